# Sentences of the report. Numbers come as arguments: a translator cannot change them.
# No sentence may say that a policy caused something.
# A noun stays singular after a numeral; KK() sets a suffix after digits, never after a text.

## Evolution
corpus-coverage = Зерттеу сұрағының корпусына { $n } құжат кіреді: толық оқылғаны — { $whole }, басы ғана оқылғаны — { $opening }, мүлде оқылмағаны — { $none }.
document-numbered = { $title } — { $act }, № { $number }, қабылданған күні: { $adopted }; { $coverage }.
document-dated = { $title } — { $act }, қабылданған күні: { $adopted }; { $coverage }.
document-untyped = { $title } — қабылданған күні: { $adopted }; { $coverage }.
document-undated = { $title } — қабылданған күні кездеспеді; { $coverage }.
document-provides-read = { $short }: мәтінде тіркелген { $n } шара бар, функциялары: { $functions }.
document-provides-read-none = { $short }: мәтінде тіркелген { $n } шара бар, схемадағы функциялардың ешқайсысына жатпайды.
document-provides-reported = { $short }: құжат туралы беттерде немесе оның оқылған бөлігінде { $n } шара кездесті, функциялары: { $functions }. Мәтін толық оқылмады, сондықтан бұл сан актінің мазмұнын емес, акт туралы не хабарланғанын көрсетеді.
document-provides-reported-none = { $short }: құжат туралы беттерде немесе оның оқылған бөлігінде { $n } шара кездесті, схемадағы функциялардың ешқайсысына жатпайды. Мәтін толық оқылмады, сондықтан бұл сан актінің мазмұнын емес, акт туралы не хабарланғанын көрсетеді.
document-proposes = { $short }: { $n } мәлімдеме немесе ұсыныс тіркелген, функциялары: { $functions }. Қандай да бір актінің мазмұнына кіретіні белгілі емес.
document-proposes-none = { $short }: { $n } мәлімдеме немесе ұсыныс тіркелген, схемадағы функциялардың ешқайсысына жатпайды. Қандай да бір актінің мазмұнына кіретіні белгілі емес.
document-life = { $short }: қолданыста болған мерзімі — { $from } – { $to }, барлығы { $days } күн.

## Governance
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
body-shared = { $body }: актілердегі { $n } шарада аталған, соның { KK($shared, form: "poss") } ортақ, бірге аталғаны: { $partners }.

## Alignment
target-corresponds = { $short }: { $n } шара мазмұны бойынша ТДМ-ның { $code }-міндетіне ({ $name }) сәйкес келеді{ $proposed ->
    [0] .
   *[other] ; соның { KK($proposed, form: "poss") } мәлімдемелерде немесе жобаларда ғана кездеседі.
} Ең терең деңгейі: { $depth }.
target-proposed = { $short }: { $n } мәлімдеме немесе ұсыныс мазмұны бойынша ТДМ-ның { $code }-міндетіне ({ $name }) сәйкес келеді; бірде-бірінің қандай да бір актінің мазмұнына кіретіні белгілі емес. Ең терең деңгейі: { $depth }.
target-retrospective = { $short }: { $n } шара ТДМ-ның { $code }-міндетіне ({ $name }) ретроспективалық тұрғыдан сәйкес келеді; құжат БҰҰ-ның 2030 жылға дейінгі күн тәртібінен бұрын шыққан, сондықтан оны көздеуі мүмкін емес. Ең терең деңгейі: { $depth }.
progress-country = { $area }, { $indicator } (ТДМ-ның { $code } көрсеткіші): { $from } жылы — { $first }, { $to } жылы — { $last }; жылдық орташа өсу қарқыны: { $rate }. Әдістер бөліміндегі ілгерілеуді бағалау қағидасы бойынша ({ $span }): { $class } ({ $source }).
progress-comparator = { $area }, { $indicator } (ТДМ-ның { $code } көрсеткіші): { $from } жылы — { $first }, { $to } жылы — { $last }; жылдық орташа өсу қарқыны: { $rate }. Әдістер бөліміндегі ілгерілеуді бағалау қағидасы бойынша ({ $span }): { $class } ({ $source }).
progress-none = { $area }, { $indicator } (ТДМ-ның { $code } көрсеткіші), { $from }–{ $to } жылдар: бұл кезеңнің ({ $span }) сыныбы анықталмады: { $obstacle } ({ $source }).
sdg-value = { $area }, { $indicator } (ТДМ-ның { $code } көрсеткіші): { $year } жылы — { $value }. Бұл — қатардың жалғыз мәні, сондықтан ол бойынша ілгерілеуді көрсету мүмкін емес ({ $source }).
sdg-value-caveat = { $area }, { $indicator } (ТДМ-ның { $code } көрсеткіші): { $year } жылы — { $value }. Бұл — қатардың жалғыз мәні, сондықтан ол бойынша ілгерілеуді көрсету мүмкін емес ({ $source }). Ескерту: { $caveat }.

## Effectiveness
target-reached = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; { $seen } жылғы мән: { $value }. Нысаналы мәнге қол жеткізілді. Нысаналы мәннің негізі: { $evidence }.
target-not-reached = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; { $seen } жылғы мән: { $value }. Нысаналы мәнге қол жеткізілмеді. Нысаналы мәннің негізі: { $evidence }.
target-no-value = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; сол жылғы мән кездеспеді, соңғы мән: { $value } ({ $seen }). Нысаналы мәннің негізі: { $evidence }.
target-no-value-unseen = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; бірде-бір мән кездеспеді. Нысаналы мәннің негізі: { $evidence }.
target-not-due = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }, мерзімі әлі келген жоқ; соңғы мән: { $value } ({ $seen }). Нысаналы мәннің негізі: { $evidence }.
target-not-due-unseen = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }, мерзімі әлі келген жоқ; бірде-бір мән кездеспеді. Нысаналы мәннің негізі: { $evidence }.
target-not-comparable = { $document }: «{ $text }» — { $year } жылға қарай нысаналы мән: { $target }; салыстыруға келетін ештеңе кездеспеді: { $reason }. Нысаналы мәннің негізі: { $evidence }.
series-change = { $area }, { $indicator }: { $from } жылы — { $first }, { $to } жылы — { $last }; айырмасы: { $change } ({ $n } жылдық мән; { $source }).
series-one = { $area }, { $indicator }: { $to } жылы — { $last } (бір ғана жылдық мән; { $source }).
series-range = { $area }, { $indicator }: ең төменгі мән — { $low } ({ $low_year }), ең жоғарғы мән — { $high } ({ $high_year }); { $from }–{ $to } жылдар аралығында { $gaps ->
    [0] барлық жылдың мәні бар
   *[other] { $gaps } жылдың мәні жоқ
}.
series-status = { $area }, { $indicator }: { $status } — { $years }.
series-releases = { $area }, { $indicator }, { $year } жыл: әртүрлі мәндер жарияланған: { $values }. Кестеде ең соңында тұрған шығарылым пайдаланылды: { $used }; айырмасы: { $spread }.
series-slope = { $area }, { $indicator }, { $from }–{ $to } жылдар: медианалық көлбеу жылына { $slope }, 95 пайыздық аралықтың төменгі шегі — { $low }, жоғарғы шегі — { $high } (Тейл — Сен әдісі, { $n } жылдық мән). Бұл — осы жылдардың сипаттамасы ғана.
need-years = { $area }, { $indicator }: мына құжаттар үшін «дейін және кейін» салыстыру мүмкін емес: { $documents }. Қабылданған жылға дейін кемінде { $before } жылдық мән, одан кейін кемінде { $after } жылдық мән керек; қатарда барлығы { $n } мән бар.
need-value = «{ $text }» шарасы туралы көбірек айту үшін мына қатардың { $year } жылғы мәні керек: { $series } ({ $id }).
need-series = «{ $text }» шарасы туралы көбірек айту үшін нысаналы мән нені білдірсе, соны есептейтін және { $year } жылғы мәні бар қатар керек.
event-policy = { $date }: { $name } (саясат құжаты).
event-policy-span = { $date } – { $end }: { $name } (саясат құжаты).
event-shock = { $date }: { $name } (саясаттан тыс күйзеліс).
event-shock-span = { $date } – { $end }: { $name } (саясаттан тыс күйзеліс).

## Practice
practice-causal = { $name } ({ $country }): { $results }. A деңгейі, себеп-салдарлық дизайн: { $design }.
practice-compared = { $name } ({ $country }): { $results }. B деңгейі, іріктелу ықпалы жойылмаған салыстыру: { $design }.
practice-studied = { $name } ({ $country }): { $results }. C деңгейі, тарихи зерттеу немесе сұхбаттар: { $design }.
practice-counted = { $name } ({ $country }): { $results }. D деңгейі, салыстыруы жоқ есеп деректері: { $design }.
practice-described = { $name } ({ $country }): { $results }. E деңгейі, нысаналы мән немесе сипаттама ғана: { $design }.
practice-grades = «{ $function }» функциясы, { $grade } деңгейлі дәлел: { $n } бағдарлама — { $names }.

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
prediction-met = Болжам орындалды: { $text } Байқалған мән: { $value }; күтілген мән: { $threshold }.
prediction-not-met = Болжам орындалмады: { $text } Байқалған мән: { $value }; күтілген мән: { $threshold }.
prediction-not-testable = Тексеруге келмейді: { $text } Себебі: { $obstacle }.
prediction-not-testable-needs = Тексеруге келмейді: { $text } Себебі: { $obstacle }. Тексеру үшін қажеті: { $needs }

## Recommendations
recommendation-established = { $text } Олқылық: { $gap } (қорытынды: { $verdict }). Оған қатысты тәжірибелер: { $practices }. Салмақ нұсқаларының { $first } %-ында бірінші орында.
recommendation-established-no-practice = { $text } Олқылық: { $gap } (қорытынды: { $verdict }). Бұл ұсыным ешбір тәжірибеге сүйенбейді. Салмақ нұсқаларының { $first } %-ында бірінші орында.
recommendation-open = { $text } Анықталған олқылық емес, ашық сұрақ: { $gap }. Оған қатысты тәжірибелер: { $practices }. Салмақ нұсқаларының { $first } %-ында бірінші орында.
recommendation-open-no-practice = { $text } Анықталған олқылық емес, ашық сұрақ: { $gap }. Бұл ұсыным ешбір тәжірибеге сүйенбейді. Салмақ нұсқаларының { $first } %-ында бірінші орында.
condition = { $text }

## Limits and sources
caveat = { $text }
reference-states = { $work }: { $statement }. Зерттеу дизайны: { $design }. Кімге қатысты: { $population }.
