# Sentences of the report. Numbers come as arguments: a translator cannot change them.
# No sentence may say that a policy caused something.
# A noun stays singular after a numeral; KK() sets a suffix after digits, never after a text.

## Evolution
corpus-coverage = Зерттеу сұрағының корпусына { $n } құжат кіреді: толық оқылғаны — { $whole }, басы ғана оқылғаны — { $opening }, мүлде оқылмағаны — { $none }.
document-numbered = { $title } — { $act }, № { $number }, қабылданған күні: { $adopted }; { $coverage }.
document-dated = { $title } — { $act }, құжат күні: { $adopted }; { $coverage }.
document-untyped = { $title } — құжат күні: { $adopted }; { $coverage }.
document-undated = { $title } — қабылданған күні кездеспеді; { $coverage }.
document-text = { $short }: { $file } файлындағы мәтінді ({ $language }; таңба саны — { $characters }, бап саны — { $articles }, тармақ саны — { $points }; SHA-256 { $digest }…) бағдарлама толық оқыды; шаралар — одан кодтаушы теріп алғандары.
document-provides-read = { $short }: мәтінде тіркелген { $n } шара бар, функциялары: { $functions }.
document-provides-read-none = { $short }: мәтінде тіркелген { $n } шара бар, схемадағы функциялардың ешқайсысына жатпайды.
document-provides-picked = { $short }: мәтіннен { $n } шара тіркелді, функциялары: { $functions }. Мәтін толық оқылды, бірақ шаралар одан іріктеп алынды: бұл сан — төменгі шек.
document-provides-picked-none = { $short }: мәтіннен { $n } шара тіркелді, схемадағы функциялардың ешқайсысына жатпайды. Мәтін толық оқылды, бірақ шаралар одан іріктеп алынды: бұл сан — төменгі шек.
document-provides-also = { $short }: мәтіннен тіркелгендерден бөлек, құжат туралы беттерде тағы { $n } шара хабарланған, функциялары: { $functions }.
document-provides-also-none = { $short }: мәтіннен тіркелгендерден бөлек, құжат туралы беттерде тағы { $n } шара хабарланған, схемадағы функциялардың ешқайсысына жатпайды.
document-provides-reported = { $short }: құжат туралы беттерде немесе оның оқылған бөлігінде { $n } шара кездесті, функциялары: { $functions }. Толық оқылмады: төменгі шек.
document-provides-reported-none = { $short }: құжат туралы беттерде немесе оның оқылған бөлігінде { $n } шара кездесті, схемадағы функциялардың ешқайсысына жатпайды. Толық оқылмады: төменгі шек.
document-proposes = { $short }: { $n } мәлімдеме немесе ұсыныс тіркелген, функциялары: { $functions }.
document-proposes-none = { $short }: { $n } мәлімдеме немесе ұсыныс тіркелген, схемадағы функциялардың ешқайсысына жатпайды.
document-life = { $short }: кездескен даталар бойынша қолданыста болған мерзімі — { $from } – { $to }, барлығы { $days } күн ({ $status }).
text-coded = { $short } ({ $language }, { $file }): { $codebook } кодтау кітабының қағидалары бойынша код алған үзінді — { $n }, барлық үзінді — { $passages }; барлық сөз: { $words }. Тіліне арналған қағида жоқ, кодталмаған үзінді: { $without }.
text-coded-by-people = { $short } ({ $language }, { $file }): { $codebook } кодтау кітабының кодтары бар үзінді — { $n }, барлық үзінді — { $passages }; барлық сөз: { $words }. Адамдар ({ $coders }) кодтаған үзінді — { $hand }; онда қағидалар есепке алынбайды. Тіліне арналған қағида жоқ, кодталмаған үзінді: { $without }.
attention-given = { $short } ({ $language }, { $file }): «{ $code }» коды — { $passages } үзіндінің ішінде { $count }, 1000 сөзге шаққанда { $rate } (барлық сөз: { $words }).
attention-not-given = { $short } ({ $language }, { $file }): «{ $code }» коды { $passages } үзіндінің ешқайсысына берілмеді (барлық сөз: { $words }). Код берілмегені тақырыптың жоқ екенін білдірмейді.
attention-untestable = Құжаттар кодтау кітабының әр тақырыбына қанша назар аударатынын тексеру мүмкін емес: корпустағы құжат саны — { $n }, олардың ешқайсысының зерттеуде толық оқылып, кодталған мәтіні жоқ. Мәтіндерді зерттеудің «texts» қалтасына салса, тексеру мүмкін болады.
attention-outside = Өзгелермен салыстырылмайды, өйткені зерттеуде олардың толық оқылған мәтіні жоқ ({ $n }): { $documents }.
line-of-register = { $short }: { $file } көрсеткіштер пакеті, ондағы мәтіндер саны — { $n } ({ $editions }; сөз саны — { $words }, үзінді саны — { $passages }). Бұл акт зерттеу сұрағының корпусына емес, кеңейтілген тізілімге жатады: төменде айтылғандар корпус құжаттарының мазмұны туралы ештеңе білдірмейді.
line-of-corpus = { $short }: { $file } көрсеткіштер пакеті, ондағы мәтіндер саны — { $n } ({ $editions }; сөз саны — { $words }, үзінді саны — { $passages }).
line-given = { $short }: көрсеткіштер сол күйінде алынды; сөйлемдердің өзі зерттеуде жоқ.
line-single = { $short }: бір ғана редакция бар, сондықтан өзгерістер, ережелердің сақталуы және жаңалық анықталмайды.
line-step = { $short }, { $old } → { $new }, бірлік — { $unit } (бұрын { $before }, енді { $after }): сақталғаны — { $kept }, өзгертілгені — { $edited }, орын ауыстырғаны — { $moved }, қосылғаны — { $new-units }, алып тасталғаны — { $dropped }.
line-change = { $short }, { $old } → { $new }, бірлік — { $unit }: { $status } — екі редакциядағы барлығы { $all } бірліктің ішінде { $n }; бұл бірліктерден тыс үзінділер: { $outside }.
line-new = { $short }, { $old } → { $new }, бірлік — { $unit }: қосылған нөмірлер — { $labels } (барлығы { $n }).
line-dropped = { $short }, { $old } → { $new }, бірлік — { $unit }: алып тасталған нөмірлер — { $labels } (барлығы { $n }).
line-rewritten = { $short }, { $old } → { $new }, бірлік — { $unit }: сол нөмірмен жаңадан жазылған, ортақ сөздері жартысына жетпейтіндер — { $labels }. Мұндай бірліктің әрқайсысы алып тасталған деп те, қосылған деп те есептелген.
line-survival = { $short }, бірлік — { $unit }: { $old } редакциясындағы { $units } бірліктен { $new } редакциясында қалғаны — { $survived } (сақталған, өзгертілген немесе орын ауыстырған; { $share } %).
line-novelty = { $short }, { $edition }, терезедегі мәтін саны — { $window }: жаңалығы — { $novelty }, өткіншілігі — { $transience }, резонансы — { $resonance } бит.
line-novelty-partly = { $short }, { $edition }, терезедегі мәтін саны — { $window }, битпен: жаңалығы — { $novelty }, өткіншілігі — { $transience }, резонансы — { $resonance }. Мәндердің болмау себебі: { $why }.
line-attention = { $short }, { $edition }: «{ $code }» коды бар үзінділерде (саны — { $n }) { $all } сөздің ішінде { $words } сөз бар, 1000 сөзге шаққанда — { $rate }.
line-attention-not-given = { $short }, { $edition }: «{ $code }» коды бірде-бір үзіндіге берілмеді (барлық сөз саны — { $all }). Бұл тақырып мәтінде жоқ дегенді білдірмейді.
line-life-unchanged = { $short }, { $label }-{ $unit }: { $first } редакциясынан { $last } редакциясына дейін; сөздері өзгерген жоқ.
line-life-edited = { $short }, { $label }-{ $unit }: { $first } редакциясынан { $last } редакциясына дейін; сөздері өзгертілген ({ $edited }).
line-life-moved = { $short }, { $label }-{ $unit }: { $first } редакциясынан { $last } редакциясына дейін; орын ауыстырған ({ $moved }).
line-life-edited-moved = { $short }, { $label }-{ $unit }: { $first } редакциясынан { $last } редакциясына дейін; сөздері өзгертілген ({ $edited }), орын ауыстырған ({ $moved }).
line-lives-unchanged = { $short }, { $unit } ({ $n }): { $first } редакциясынан { $last } редакциясына дейін; сөздері өзгерген жоқ.
line-lives-edited = { $short }, { $unit } ({ $n }): { $first } редакциясынан { $last } редакциясына дейін; сөздері өзгертілген ({ $edited }).
line-lives-moved = { $short }, { $unit } ({ $n }): { $first } редакциясынан { $last } редакциясына дейін; орын ауыстырған ({ $moved }).
line-lives-edited-moved = { $short }, { $unit } ({ $n }): { $first } редакциясынан { $last } редакциясына дейін; сөздері өзгертілген ({ $edited }), орын ауыстырған ({ $moved }).
line-life-only = { $short }, { $label }-{ $unit }: редакциялардың біреуінде ғана ({ $first }).
line-lives-only = { $short }, { $unit } ({ $n }): редакциялардың біреуінде ғана ({ $first }).
line-flow = { $short }, бірлік — { $unit }: барлығы { $all } ({ $old }: { $from }), олардың ішінде { $n } ({ $new }: { $to }).
line-most-changed = { $short }, { $label }-{ $unit }, { $old } → { $new }: { $status }; екі редакция сөздерінің { $share } пайызының (жалғаулары ескерілмейді) екінші редакцияда сыңары жоқ. Мәтін зерттеуде жоқ.
line-most-changed-quoted = { $short }, { $label }-{ $unit }, { $old } → { $new }: { $status }; екі редакция сөздерінің { $share } пайызының (жалғаулары ескерілмейді) екінші редакцияда сыңары жоқ. Бұрын: «{ $before }» Енді: «{ $after }»
validation-none = Бұл мәтіндердің кодтары валидациядан өткен жоқ: екі адам қағидаларды да, бірін-бірі де көрмей, үзінділер іріктемесін кодтаған жоқ. Мұнда қанша код қате берілгені немесе қалып қойғаны белгісіз.
validation-done = Валидация күні: { $date }. Кодтаушылар: { $coders }; олар осы мәтіндерден кездейсоқ іріктелген үзінділерді ({ $n }) қағидаларды көрмей кодтады. Екеуінің барлық үзінді мен код бойынша келісімі (Криппендорф альфасы): { $alpha }.
validation-language = Екі кодтаушы да келіскен үзінділермен салыстырғанда қағидалар, { $language } (үзінді саны: { $n }): барлық үзінді мен код бойынша F1 — { $f1 } (95 пайыздық аралық: { $low }–{ $high }, іріктеме жоспары бойынша салмақталған); кемінде 5 оң жағдайы бар кодтар ({ $codes }) бойынша орташа F1 — { $macro }.
validation-language-rare = Екі кодтаушы да келіскен үзінділермен салыстырғанда қағидалар, { $language } (үзінді саны: { $n }): барлық үзінді мен код бойынша F1 — { $f1 } (95 пайыздық аралық: { $low }–{ $high }, іріктеме жоспары бойынша салмақталған). Бірде-бір кодта 5 оң жағдай жоқ, сондықтан кодтар бойынша орташа да жоқ.
validation-language-alike = Екі кодтаушы да келіскен үзінділермен салыстырғанда қағидалар, { $language } (үзінді саны: { $n }): барлық үзінді мен код бойынша F1 — { $f1 }, іріктеме жоспары бойынша салмақталған. Аралық жоқ: іріктелген үзінділер бірдей, сондықтан бұл мәннің барлық үзінділер бойынша мәннен қаншалықты алшақ екенін көрсете алмайды.
validation-language-none = Екі кодтаушы да келіскен үзінділермен салыстырғанда қағидалар, { $language } (үзінді саны: { $n }): F1 анықталмаған, өйткені қағидалар да, адамдар да бірде-бір код берген жоқ.
validation-outdated = Валидациядан кейін мәтін, кодтау кітабы немесе қағидалар өзгерді: оның сандары бұрынғы күйге қатысты.
validation-built-in = Бағдарламамен бірге келетін қағидалар оны әзірлеу кезінде әзірлеушілердің өзі оқып шыққан үзінділермен өлшенген, дайындықтан өткен кодтаушылармен емес. Ол сандар осы зерттеу мәтіндеріндегі валидацияның орнын баспайды.

## Governance
direction-act = Актілерде немесе актілер туралы хабарларда кездескен { $n } шараның бағыты: ұтқырлықты жеңілдетеді — { $supports }, шектейді — { $restricts }, бейтарап — { $neutral }, кодталмаған — { $uncoded }. { $unread ->
    [0] Бұл құжаттардың бәрі толық оқылды.
   *[other] Толық оқылмаған құжаттар: { $documents } құжаттың { KK($unread, form: "poss") }; олар үшін бұл сандар — төменгі шек.
}
direction-proposal = Акт мазмұнына енгені белгісіз { $n } мәлімдеме мен ұсыныстың бағыты: ұтқырлықты жеңілдетеді — { $supports }, шектейді — { $restricts }, бейтарап — { $neutral }, кодталмаған — { $uncoded }. Құжаттар: { $documents }, толық оқылмағаны: { $unread }.
direction-read = { $short }, толық оқылды; актіден тіркелген { $n } шараның бағыты: ұтқырлықты жеңілдетеді — { $supports }, шектейді — { $restricts }, бейтарап — { $neutral }, кодталмаған — { $uncoded }.
instruments-act = Құралдар (актілерде немесе актілер туралы хабарларда кездескен { $n } шараның { KK($coded, form: "poss") } кодталған): қағидалар мен рұқсаттар — { $regulatory }, органдар мен рәсімдер — { $organisational }, қаражат — { $financial }, ақпарат — { $informational }. К. Худ пен Х. Маргеттс бойынша: билік — { $regulatory }, ұйым — { $organisational }, қазына — { $financial }, тораптық орын — { $informational }. Э. Ведунг бойынша: қамшы — { $regulatory }, сыйлық — { $financial }, уағыз — { $informational }; ұйымға ({ $organisational }) бұл схемада орын жоқ, ол бөлек есептеледі.
instruments-proposal = Құралдар ({ $n } мәлімдеме мен ұсыныстың { KK($coded, form: "poss") } кодталған): қағидалар мен рұқсаттар — { $regulatory }, органдар мен рәсімдер — { $organisational }, қаражат — { $financial }, ақпарат — { $informational }. К. Худ пен Х. Маргеттс бойынша: билік — { $regulatory }, ұйым — { $organisational }, қазына — { $financial }, тораптық орын — { $informational }. Э. Ведунг бойынша: қамшы — { $regulatory }, сыйлық — { $financial }, уағыз — { $informational }; ұйымға ({ $organisational }) бұл схемада орын жоқ, ол бөлек есептеледі.
profile-function-act = «{ $code }» функциясы, бағыты — «{ $polarity }»: актілерде немесе актілер туралы хабарларда кездескен { $n } шараның { KK($count, form: "poss") }.
profile-function-proposal = «{ $code }» функциясы, бағыты — «{ $polarity }»: { $n } мәлімдеме мен ұсыныстың { KK($count, form: "poss") }.
profile-code-act = «{ $scheme }» схемасы, «{ $code }» коды: актілерде немесе актілер туралы хабарларда кездескен { $n } шараның { KK($count, form: "poss") }.
profile-code-proposal = «{ $scheme }» схемасы, «{ $code }» коды: { $n } мәлімдеме мен ұсыныстың { KK($count, form: "poss") }.
profile-mapped-act = «{ $scheme }» схемасы, «{ $code }» коды (зерттеуде — «{ $mapped }»): актілерде немесе актілер туралы хабарларда кездескен { $n } шараның { KK($count, form: "poss") }.
profile-mapped-proposal = «{ $scheme }» схемасы, «{ $code }» коды (зерттеуде — «{ $mapped }»): { $n } мәлімдеме мен ұсыныстың { KK($count, form: "poss") }.
profile-uncoded-act = «{ $scheme }» схемасы, код берілмеген: актілерде немесе актілер туралы хабарларда кездескен { $n } шараның { KK($count, form: "poss") }.
profile-uncoded-proposal = «{ $scheme }» схемасы, код берілмеген: { $n } мәлімдеме мен ұсыныстың { KK($count, form: "poss") }.
function-not-seen = «{ $function }» функциясы: { $n } шара мен ұсыныстың ішінде кездескен жоқ. Тіркелген іздеу ({ $date }), табылмады: { $what }. Бұл — актілердің мазмұны туралы емес, не қаралғаны туралы мәлімет.
cell-function-read = { $short }, толық оқылды, «{ $function }» функциясы: шектемейтін { $n } тіркелген шара.
cell-function-reported = { $short }, толық оқылмады, «{ $function }» функциясы: кемінде { $n } шектемейтін шара (оқылған бөлігі немесе акт туралы хабарлар бойынша).
cell-no-function-read = { $short }, толық оқылды, схемадағы функциясы жоқ: шектемейтін { $n } тіркелген шара.
cell-no-function-reported = { $short }, толық оқылмады, схемадағы функциясы жоқ: кемінде { $n } шектемейтін шара (оқылған бөлігі немесе акт туралы хабарлар бойынша).
cell-restricts-read = { $short }, толық оқылды: қасында қандай функция тұрса да, шектейтін { $n } тіркелген шара.
cell-restricts-reported = { $short }, толық оқылмады: қасында қандай функция тұрса да, кемінде { $n } шектейтін шара (оқылған бөлігі немесе акт туралы хабарлар бойынша).
bodies-named = Актілерде немесе актілер туралы хабарларда кездескен шараларда аталған органдар саны: { $bodies }. Мұндай { $n } шараның ішінде: органы кездеспегені — { $none }, бір орган аталғаны — { $one }, екі не одан көп орган аталғаны — { $more }.
bodies-together = Бірге ең жиі аталатын жұптар (әр жұп актілерде немесе актілер туралы хабарларда кездескен { $count } шарада): { $pairs }.
bodies-pair = «{ $body }» және «{ $partner }»: актілерде немесе актілер туралы хабарларда кездескен { $n } шарада бірге аталған.
part-known-act = Актілерде немесе актілер туралы хабарларда { $n } шара кездесті, «{ $part }» бөлігі { $count ->
    [0] олардың ешқайсысы бойынша белгілі емес
   *[other] олардың { KK($count, form: "poss") } бойынша белгілі
}.
part-known-proposal = { $n } мәлімдеме немесе ұсыныс бар, «{ $part }» бөлігі { $count ->
    [0] олардың ешқайсысы бойынша белгілі емес
   *[other] олардың { KK($count, form: "poss") } бойынша белгілі
}.
measure-known = { $document }: «{ $text }» — { $n } бөліктің { KK($count, form: "poss") } белгілі: { $parts }.
measure-known-none = { $document }: «{ $text }» — { $n } бөліктің ешқайсысы белгілі емес.
body-alone = { $body }: актілердегі { $n } шарада аталған, әрқашан жалғыз өзі.
body-shared = { $body }: актілердегі { $n } шарада аталған, ортақ шаралар саны — { $shared }, бірге аталғаны: { $partners }.

## Alignment
target-corresponds = { $short }: { $n } шара мазмұны бойынша ТДМ-ның { $code }-міндетіне ({ $name }) сәйкес келеді{ $proposed ->
    [0] .
   *[other] ; соның { KK($proposed, form: "poss") } мәлімдемелерде немесе жобаларда ғана кездеседі.
} Ең терең деңгейі: { $depth }.
target-proposed = { $short }: { $n } мәлімдеме немесе ұсыныс мазмұны бойынша ТДМ-ның { $code }-міндетіне ({ $name }) сәйкес келеді; бірде-бірінің қандай да бір актінің мазмұнына кіретіні белгілі емес. Ең терең деңгейі: { $depth }.
target-retrospective = { $short }: { $n } шара ТДМ-ның { $code }-міндетіне ({ $name }) ретроспективалық тұрғыдан сәйкес келеді; құжат БҰҰ-ның 2030 жылға дейінгі күн тәртібінен бұрын шыққан, сондықтан оны көздеген болуы мүмкін емес. Ең терең деңгейі: { $depth }.
progress-rounding = { $sure ->
    [no] { " " }Мәндер дөңгелектелгендіктен, қарқын { $low } мен { $high } аралығында болуы мүмкін, сондықтан класы айқын емес.
   *[yes] { "" }
}
progress-country = { $indicator }, { $area } (ТДМ-ның { $code } көрсеткіші): { $from } жылы — { $first }, { $to } жылы — { $last }; жылдық орташа өсу қарқыны: { $rate }. Әдістер бөліміндегі ілгерілеуді бағалау қағидасы бойынша ({ $span }): { $class } ({ $source }).{ progress-rounding }
progress-comparator = { $indicator }, { $area } (ТДМ-ның { $code } көрсеткіші): { $from } жылы — { $first }, { $to } жылы — { $last }; жылдық орташа өсу қарқыны: { $rate }. Әдістер бөліміндегі ілгерілеуді бағалау қағидасы бойынша ({ $span }): { $class } ({ $source }).{ progress-rounding }
progress-none = { $indicator }, { $area } (ТДМ-ның { $code } көрсеткіші), { $from }–{ $to } жылдар: бұл кезеңнің ({ $span }) сыныбы анықталмады: { $obstacle } ({ $source }).
sdg-value = { $indicator }, { $area } (ТДМ-ның { $code } көрсеткіші): { $year } жылы — { $value }. Бұл — қатардың жалғыз мәні, сондықтан ол бойынша ілгерілеуді көрсету мүмкін емес ({ $source }).
sdg-value-caveat = { $indicator }, { $area } (ТДМ-ның { $code } көрсеткіші): { $year } жылы — { $value }. Бұл — қатардың жалғыз мәні, сондықтан ол бойынша ілгерілеуді көрсету мүмкін емес ({ $source }). Ескерту: { $caveat }.
sdg-value-comparator = { $indicator }, { $area } (ТДМ-ның { $code } көрсеткіші): { $year } жылы — { $value } ({ $source }).

## Effectiveness
target-reached = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; { $seen } жылғы мән: { $value }. Нысаналы мәнге қол жеткізілді. Нысаналы мәннің негізі: { $evidence }. Салыстырудың негізі: { $reason }.
target-not-reached = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; { $seen } жылғы мән: { $value }. Нысаналы мәнге қол жеткізілмеді. Нысаналы мәннің негізі: { $evidence }. Салыстырудың негізі: { $reason }.
target-no-value = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; сол жылғы мән кездеспеді, соңғы мән: { $value } ({ $seen }). Нысаналы мәннің негізі: { $evidence }.
target-no-value-unseen = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; бірде-бір мән кездеспеді. Нысаналы мәннің негізі: { $evidence }.
target-not-due = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }, мерзімі әлі келген жоқ; соңғы мән: { $value } ({ $seen }). Нысаналы мәннің негізі: { $evidence }.
target-not-due-unseen = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }, мерзімі әлі келген жоқ; бірде-бір мән кездеспеді. Нысаналы мәннің негізі: { $evidence }.
target-lapsed = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; құжаттың күші жойылған ({ $ended }); соңғы мән: { $value } ({ $seen }). Нысаналы мәннің негізі: { $evidence }.
target-lapsed-unseen = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; құжаттың күші жойылған ({ $ended }). Нысаналы мәннің негізі: { $evidence }.
target-not-comparable = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; салыстырылмады: { $reason }. Нысаналы мәннің негізі: { $evidence }.
series-change = { $indicator }, { $area }: { $from } жылы — { $first }, { $to } жылы — { $last }; айырмасы: { $change } ({ $n } жылдың мәні; { $source }).
short-series = { $indicator }: { $to } жылы — { $last }; ең төменгі мән — { $low } ({ $low_year }), ең жоғарғы мән — { $high } ({ $high_year }). { $from } жылдан бергі { $years } жылдың { KK($n, form: "poss") } бойынша мән бар; { $source }.{ $noted ->
    [yes] { " " }Ескерту: { $caveat }.
   *[no] { "" }
}
series-one = { $indicator }, { $area }: { $to } жылы — { $last } (бір ғана жылдың мәні; { $source }).
series-range = { $indicator }, { $area }: ең төменгі мән — { $low } ({ $low_year }), ең жоғарғы мән — { $high } ({ $high_year }); { $from }–{ $to } жылдар аралығында { $gaps ->
    [0] барлық жылдың мәні бар
   *[other] { $gaps } жылдың мәні кездеспеді
}.
series-status = { $indicator }, { $area }: { $status } — { $years }.
series-releases = { $indicator }, { $area }, { $year } жыл: әртүрлі мәндер жарияланған: { $values }. Кестеде ең соңында тұрған шығарылым пайдаланылды: { $used }; айырмасы: { $spread }.
series-slope = { $indicator }, { $area }, { $from }–{ $to } жылдар: медианалық көлбеу — жылына { $slope }, 95 пайыздық аралықтың төменгі шегі — { $low }, жоғарғы шегі — { $high } (Тейл–Сен әдісі, { $n } жылдың мәні). Бұл — осы жылдардың сипаттамасы ғана.
need-years = { $indicator }, { $area }: мына құжаттарға дейінгі және олардан кейінгі мәндерді салыстыру мүмкін емес: { $documents }. Қабылданған жылға дейін кемінде { $before } жылдың мәні, одан кейін кемінде { $after } жылдың мәні керек; қатарда барлығы { $n } мән бар.
need-value = «{ $text }» шарасы туралы көбірек айту үшін мына қатардың { $year } жылғы мәні керек: { $series } ({ $id }).
need-series = Мына { $n } нысаналы мән туралы көбірек айту үшін олар нені білдірсе, соны есептейтін қатарлар керек: { $texts }.
event-policy = { $date }: { $name } (саясат құжаты).
event-policy-span = { $date } – { $end }: { $name } (саясат құжаты).
event-shock = { $date }: { $name } (саясаттан тыс күйзеліс).
event-shock-span = { $date } – { $end }: { $name } (саясаттан тыс күйзеліс).
flow-net = { $partner } → { $country }, { $period }: { $in }{ $in_noted ->
    [yes] {" "}({ $in_note })
   *[no] {""}
}; { $country } → { $partner }: { $out }{ $out_noted ->
    [yes] {" "}({ $out_note })
   *[no] {""}
}; сальдо (елге келгені минус елден кеткені): { $net } — { $in_indicator }; { $out_indicator }; { $source }.
flow-pair = { $partner } → { $country }, { $period }: { $in }{ $in_noted ->
    [yes] {" "}({ $in_note })
   *[no] {""}
}; { $country } → { $partner }: { $out }{ $out_noted ->
    [yes] {" "}({ $out_note })
   *[no] {""}
} — { $in_indicator }; { $out_indicator }; { $source }.
flow-in = { $partner } → { $country }, { $period }: { $in }{ $in_noted ->
    [yes] {" "}({ $in_note })
   *[no] {""}
} — { $in_indicator }; { $source }.
flow-out = { $country } → { $partner }, { $period }: { $out }{ $out_noted ->
    [yes] {" "}({ $out_note })
   *[no] {""}
} — { $out_indicator }; { $source }.
flow-rest-in = Өзге серіктес аумақтардың бәрі → { $country }, { $period }: { $rest }{ $rest_noted ->
    [yes] {" "}({ $rest_note })
   *[no] {""}
}. Бұл — есептелген мән: дереккөздегі жиынтық саннан ({ $total }) мәліметі кездескен { $n } аумақтың қосындысы ({ $sum }) шегерілген ({ $indicator }; { $source }).
flow-rest-out = { $country } → өзге серіктес аумақтардың бәрі, { $period }: { $rest }{ $rest_noted ->
    [yes] {" "}({ $rest_note })
   *[no] {""}
}. Бұл — есептелген мән: дереккөздегі жиынтық саннан ({ $total }) мәліметі кездескен { $n } аумақтың қосындысы ({ $sum }) шегерілген ({ $indicator }; { $source }).
flow-top = { $indicator }, { $country }, { $period }: мәліметі кездескен серіктес аумақтардың ішінде саны ең көбі — { $largest }: { $value }, үлесі — { $share }, 100 % деп алынғаны — { $total } ({ $basis }); саны ең көп үшеуінің ({ $names }) үлесі — { $three }. Мәліметі кездескен аумақ саны: { $n }.{ $share_noted ->
    [yes] {" "}Сандарға қатысты ескерту: { $share_note }.
   *[no] {""}
} Дереккөз: { $source }.
flow-largest = { $indicator }, { $country }, { $period }: мәліметі кездескен серіктес аумақтардың ішінде саны ең көбі — { $largest }: { $value }, үлесі — { $share }, 100 % деп алынғаны — { $total } ({ $basis }). Мәліметі кездескен аумақ саны: { $n }.{ $share_noted ->
    [yes] {" "}Сандарға қатысты ескерту: { $share_note }.
   *[no] {""}
} Дереккөз: { $source }.
conflict = { $quantity }, { $area }{ $between ->
    [yes] { " " }— { $partner }
   *[no] { "" }
}: { $shape ->
    [one] мына кезең бойынша мәндер бір-біріне сәйкес келмейді: { $period }
   *[several] бірнеше мәні бар { $all } кезеңнің { KK($n, form: "poss") } бойынша мәндер бір-біріне сәйкес келмейді; айырма ең үлкен кезең: { $period }
}. Ең төменгі мән — { $low }{ $same_source ->
    [yes] { "" }
   *[no] { " " }({ $low_source })
}, ең жоғарғы мән — { $high } ({ $high_source }); айырмасы абсолют шамасы үлкен мәннің { $spread }-ын құрайды. Қағида: { $rule }.
beside-value = { $indicator }, { $area }, { $period }: { $value } ({ $made ->
    [computed] дереккөздің деректері бойынша осында есептелген, { $formula }
   *[published] жарияланған күйінде
}). Дереккөз: { $source }.
beside-missing = { $indicator }, { $period }: салыстыруға келетін дерек — сол дереккөздің, сол анықтаманың, сол жылдың дерегі — мына елдер бойынша табылмады: { $areas } ({ $source }).
beside-alone = { $area }: деректер табылды, бірақ басқа бірде-бір ел бойынша дереккөзі, анықтамасы және жылы салыстыруға келетін дерек жоқ; көрсеткіштер: { $indicators }.
compared-spread = { $indicator }, { $area }: жариялану нұсқаларының (дереккөз бен анықтама) саны — { $n }; дереккөздер: { $sources }. Ең үлкен алшақтық: { $period }, ең төменгі мән — { $low } ({ $low_source }), ең жоғарғысы — { $high } ({ $high_source }); айырма — модулі бойынша үлкенірек мәнге шаққанда { $spread }. Бір дереккөз керек болғанда ереже бойынша алынатыны — { $picked }: { $reason }.{ $doubt ->
    [no] {""}
   *[other] {" "}Басқа дереккөздердің кейінірек деректері күмәнді, сондықтан таңдалмаған: { $later }.
}{ $otherwise ->
    [no] {" "}Ортақ кезеңдерде олардың ешқайсысы таңбасы немесе өзгеру бағыты бойынша екіншісіне қайшы келмейді.
   *[yes] {""}
}
compared-apart = { $indicator }, { $area }: жариялану нұсқаларының (дереккөз бен анықтама) саны — { $n }; дереккөздер: { $sources }. Екі нұсқаның да дерегі бар бірде-бір кезең жоқ, сондықтан алшақтықты көрсету мүмкін емес. Бір дереккөз керек болғанда ереже бойынша алынатыны — { $picked }: { $reason }.{ $doubt ->
    [no] {""}
   *[other] {" "}Басқа дереккөздердің кейінірек деректері күмәнді, сондықтан таңдалмаған: { $later }.
}
compared-direction = Басқа дереккөз бойынша тұжырым өзгеше болар еді. { $indicator }, { $area }, { $from } — { $to }: { $turn ->
    [rise] өсу
   *[fall] төмендеу
}, { $first_from } → { $first_to } ({ $first }); { $turn ->
    [rise] төмендеу
   *[fall] өсу
}, { $other_from } → { $other_to } ({ $other }).
compared-sign = Басқа дереккөз бойынша тұжырым өзгеше болар еді. { $indicator }, { $area }, { $period }: { $first_value } ({ $first }), { $other_value } ({ $other }); таңбалары әртүрлі.

## Practice
practice-causal = { $name } ({ $country }): { $results }. A деңгейі, себеп-салдарлық дизайн: { $design }.
practice-compared = { $name } ({ $country }): { $results }. B деңгейі, іріктелу ықпалы жойылмаған салыстыру: { $design }.
practice-studied = { $name } ({ $country }): { $results }. C деңгейі, тарихи зерттеу немесе сұхбаттар: { $design }.
practice-counted = { $name } ({ $country }): { $results }. D деңгейі, салыстыруы жоқ есеп деректері: { $design }.
practice-described = { $name } ({ $country }): { $results }. E деңгейі, нысаналы мән немесе сипаттама ғана: { $design }.
practice-grades = «{ $function }» функциясы, { $grade } деңгейлі дәлел: { $n } бағдарлама — { $names }.
# Мән; суреттегі белгінің жанында да тұрады.
effect-number = { $shape ->
    [between] аралығы: { $low } – { $high }
    [range] { $value } (аралығы: { $low } – { $high })
    [aim] { $value } (мақсат: { $target })
    [base] { $value }, барлығы { $base }
   *[value] { $value }
}
effect-causal = { $name } ({ $country }): { $outcome } — { effect-number }. Себеп-салдарлық дизайн бойынша бағаланған әсер ({ $grade } деңгейі). Кімге қатысты: { $population }. Шарты: { $condition }.
effect-not-shown = { $name } ({ $country }): { $outcome } — әсердің бар екеніне дәлел жоқ: себеп-салдарлық дизайн бойынша бағалау ({ $grade } деңгейі) статистикалық тұрғыдан мәнді емес. Кімге қатысты: { $population }. Шарты: { $condition }.
effect-difference-not-shown = { $name } ({ $country }): { $outcome } — айырманың бар екеніне дәлел жоқ: ол статистикалық тұрғыдан мәнді емес ({ $grade } деңгейі). Кімге қатысты: { $population }. Шарты: { $condition }.
effect-associated = { $name } ({ $country }): { $outcome } — { effect-number }. Іріктелу ықпалы жойылмаған салыстыру ({ $grade } деңгейі). Кімге қатысты: { $population }. Шарты: { $condition }.
effect-counted = { $name } ({ $country }): { $outcome } — { effect-number }. Салыстыруы жоқ санақ немесе үлес ({ $grade } деңгейі). Кімге қатысты: { $population }. Шарты: { $condition }.

## Findings
finding-supported = Расталды: «{ $statement }» Тексеруге келетін { $testable } болжамның { KK($met, form: "poss") } орындалды (барлығы { $predictions } болжам жазылған).
finding-mixed = Аралас: «{ $statement }» Тексеруге келетін { $testable } болжамның { KK($met, form: "poss") } орындалды (барлығы { $predictions } болжам жазылған).
finding-contradicted = Теріске шығарылды: «{ $statement }» Тексеруге келетін { $testable } болжамның { $met ->
    [0] ешқайсысы орындалмады
   *[other] { KK($met, form: "poss") } орындалды
} (барлығы { $predictions } болжам жазылған).
finding-not-testable = Осы дәлелдермен тексеруге келмейді: «{ $statement }» Жазылған { $predictions } болжамның { $testable ->
    [0] ешқайсысы тексеруге келмеді
   *[other] { KK($testable, form: "poss") } тексеруге келді
}.
prediction-basis = { $basis ->
    [of] { " " }(барлығы { $second }, соның ішінде { $first })
    [median] { " " }({ $second } шараның медианасы)
    [year] { " " }({ $first } жыл)
    [others] { " " }({ $first } жыл; салыстырылатын елдер: { $second })
    [years] { " " }({ $first }–{ $second } жылдар)
    [pairs] { " " }(құжат жұптары: { $second })
   *[plain] { "" }
}
prediction-met = Болжам орындалды: { $text } Байқалған мән: { $value }{ prediction-basis }; күтілген мән: { $threshold }.
prediction-not-met = Болжам орындалмады: { $text } Байқалған мән: { $value }{ prediction-basis }; күтілген мән: { $threshold }.
prediction-not-testable = Тексеруге келмейді: { $text } Себебі: { $obstacle }.
prediction-not-testable-needs = Тексеруге келмейді: { $text } Себебі: { $obstacle }. Тексеру үшін қажеті: { $needs }
prediction-margin = Мән мен шектік мәннің айырмасы: { $margin }. Нәтиже мына мәнде басқаша болар еді: { $turn }.
distance-outcomes = Басқа қорытындыға дейінгі қашықтық: ол үшін тексерілген { $n } болжамның нәтижесі өзгеше шығуы қажет болар еді (мүмкін қорытынды: { $verdicts }).
distance-next = Тексеруге келетін тағы бір болжам қорытындыны өзгерте алады (мүмкін қорытынды: { $verdicts }).
distance-wanting = Қорытынды шығару үшін тағы { $n } болжам тексеруге келетін болуы керек.
short-finding = «{ $statement }» (тексеруге келетін { $testable } болжамның { $met ->
    [0] ешқайсысы орындалмады
   *[other] { KK($met, form: "poss") } орындалды
})
short-finding-open = «{ $statement }» ({ $predictions } болжамның { $testable ->
    [0] ешқайсысы тексеруге келмеді
   *[other] { KK($testable, form: "poss") } тексеруге келді; орындалғаны: { $met }
})
finding-beside-value = Қорытындыға кірмейтін, бірақ қатар тұрған мәлімет: { $indicator }, { $area }: { $year } жылы — { $value } ({ $source }).
finding-beside = Қорытындыға кірмейтін, бірақ қатар тұрған мәлімет: { $statement } ({ $work }).
rival-of = Мына гипотезаға балама түсіндірме: «{ $statement }»

## Recommendations
advice-first = { $ever ->
    [no] Сыналған салмақ нұсқаларының ешқайсысында бірінші орында болмады.
   *[yes] Салмақ нұсқаларының { $first } %-ында бірінші орында.
}
recommendation-established = { $text } Олқылық: { $gap } (қорытынды: { $verdict }). Оған қатысты тәжірибелер: { $practices }. { advice-first }
recommendation-established-no-practice = { $text } Олқылық: { $gap } (қорытынды: { $verdict }). Бұл ұсыным ешбір тәжірибеге сүйенбейді. { advice-first }
recommendation-open = { $text } Анықталған олқылық емес, ашық сұрақ: { $gap }. Оған қатысты тәжірибелер: { $practices }. { advice-first }
recommendation-open-no-practice = { $text } Анықталған олқылық емес, ашық сұрақ: { $gap }. Бұл ұсыным ешбір тәжірибеге сүйенбейді. { advice-first }
short-advice = { $text } (Олқылық: { $gap }; қорытынды: { $verdict }.)
short-advice-open = { $text } (Ашық сұрақ: { $gap }.)
robustness-ranks = { $rank }-орын. Кез келген бір тәжірибе алып тасталса: { $by_practice ->
    [range] { $low }-орын мен { $high }-орын аралығында
   *[same] орны өзгермейді
}; кез келген бір олқылық бойынша қорытынды бір саты жылжыса: { $by_gap ->
    [range] { $gap_low }-орын мен { $gap_high }-орын аралығында
   *[same] орны өзгермейді
}.
robustness-tied = Орны жазбаның атауы бойынша ғана белгіленген; орташа орны мына ұсынымдікімен тең: { $others }
transfer-number = { $shown ->
    [no-effect] { effect-no-evidence }
    [no-difference] { effect-no-difference }
   *[number] { effect-number }
}
transfer-made = { $name } ({ $country }), «{ $text }» ұсынымына қатысты: { $outcome } — { transfer-number }. Қарастырылып отырған жағдайға көшірілді: әсер себеп-салдарлық дизайн бойынша бағаланған, ал топ пен шарт сәйкес деп танылған. Кімде байқалған: { $population }; шарты: { $condition }. Қарастырылып отырған жағдай: { $case_population }; шарты: { $case_condition }. Пайымдаған: { $judge }. Негіздемесі: { $reason }. Бұл мәннен ештеңе есептелмейді.
transfer-refused = { $name } ({ $country }), «{ $text }» ұсынымына қатысты: { $outcome } — { transfer-number }. Қарастырылып отырған жағдайға көшірілмеді: { $obstacles }. Кімде байқалған: { $population }; шарты: { $condition }. Қарастырылып отырған жағдай: { $case_population }; шарты: { $case_condition }. Пайымдаған: { $judge }. Негіздемесі: { $reason }.
transfer-unjudged = { $name } ({ $country }), «{ $text }» ұсынымына қатысты: { $outcome } — { transfer-number }. Қарастырылып отырған жағдайға көшірілмеді: { $obstacles }. Кімде байқалған: { $population }; шарты: { $condition }.
transfer-case = Зерттелетін елде кімге қатысты: { $population }. Қандай шартпен: { $condition }. Тәжірибелері бойынша мәндер саны: { $all }; қарастырылып отырған жағдайға көшірілгені: { $made }.
transfer-case-not-stated = Қарастырылып отырған жағдайдағы топ пен шарт көрсетілмеген: ештеңе көшірілмейді. Тәжірибелері бойынша мәндер саны: { $all }.
transfer-all = «Ұсыным — оның бір тәжірибесі бойынша мән» жұптарының саны: { $all }; қарастырылып отырған жағдайға көшірілгені: { $made }. Көшіруге қарсы уәждер (бір жұпта бірнешеуі болуы мүмкін): себеп-салдарлық дизайн бойынша бағаланған әсер жоқ немесе оған дәлел жоқ — { $kind }; топ өзгеше немесе сәйкестігі белгісіз — { $population }; шарт өзгеше немесе сәйкестігі белгісіз — { $condition }; жағдай сипатталмаған немесе ол туралы ешкім пайымдамаған — { $unjudged }.
advice-withheld = Ұсынылмайды: бұл ұсынымның негізіндегі гипотеза теріске шығарылды («{ $statement }»): { $text }
condition = { $text }

## Limits and sources
caveat = { $text }
reference-states = { $work }: { $statement }. Зерттеу дизайны: { $design }. Кімге қатысты: { $population }.
