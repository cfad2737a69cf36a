# What is wrong and what to do. One message and one hint for each code.
severity-error = қате
severity-warning = ескерту
severity-hint = кеңес
diag-unknown-field = белгісіз өріс: `{ $field }`
diag-unknown-field-hint = { $nearest ->
    [none] белгілі өрістер: { $known }
   *[other] `{ $nearest }` демекші болдыңыз ба? Белгілі өрістер: { $known }
}
diag-missing-field = міндетті `{ $field }` өрісі жоқ
diag-missing-field-hint = `{ $field }` өрісін қосыңыз; жазбада не болуға тиіс екенін `daryn schema` көрсетеді
diag-wrong-type = `{ $field }` өрісінде { $expected ->
    [id] әріптерден, цифрлардан, «-», «_», «.» белгілерінен тұратын атау
    [text] мәтін
    [url] http:// немесе https:// деп басталатын мекенжай
    [integer] бүтін сан
    [number] 1234.5 сияқты сан
    [yes-no] yes немесе no
    [date] күн
    [period] кезең
    [list] тізім
    [table] кесте
   *[other] { $expected }
} болуға тиіс, ал жазылғаны — `{ $found }`
diag-wrong-type-hint = { $expected ->
    [number] цифрларды ондық бөлігіне нүкте қойып, бос орынсыз, үтірсіз және өлшем бірлігінсіз жазыңыз; мән болмаса, ұяшықты бос қалдырыңыз
    [integer] тек цифрларды жазыңыз; мән болмаса, ұяшықты бос қалдырыңыз
   *[other] мәнді түзетіңіз немесе өріс міндетті болмаса, ұяшықты бос қалдырыңыз
}
diag-unknown-code = `{ $field }` өрісінің `{ $found }` деген мәні жоқ
diag-unknown-code-hint = { $nearest ->
    [none] рұқсат етілген мәндер: { $known }
   *[other] `{ $nearest }` демекші болдыңыз ба? Рұқсат етілген мәндер: { $known }
}
diag-impossible-date = `{ $field }` өрісіндегі `{ $found }` — күн емес
diag-impossible-date-hint = 2022, 2022-11 немесе 2022-11-30 түрінде жазыңыз; мұндай күн күнтізбеде болуға тиіс
diag-impossible-period = `{ $field }` өрісіндегі `{ $found }` — кезең емес
diag-impossible-period-hint = 2022, 2022-S1, 2022-Q3, 2022-M01/M09, 2023/2024 немесе күн түрінде жазыңыз; кезеңнің соңы басынан бұрын болмауға тиіс
diag-dates-out-of-order = соңы басынан бұрын тұр: { $found }
diag-dates-out-of-order-hint = valid_from және valid_to өрістерін тексеріңіз
diag-open-quote = ашылған тырнақша жабылмаған
diag-open-quote-hint = тырнақшаны жабыңыз; тырнақшаға алынған ұяшықтың ішінде оны екі рет жазыңыз
diag-no-header = файл бос
diag-no-header-hint = бірінші жолда бағандардың атаулары тұруға тиіс
diag-duplicate-column = `{ $field }` бағаны екі рет кездеседі
diag-duplicate-column-hint = екі бағанның бірін алып тастаңыз
diag-wrong-field-count = бұл жолда { $found } өріс, тақырып жолында { $expected } өріс бар
diag-wrong-field-count-hint = үтірі бар ұяшықтарды тырнақшаға алыңыз және әр бос ұяшыққа үтір қалдырыңыз
diag-bad-encoding = файл UTF-8 кодтамасында емес
diag-bad-encoding-hint = { $guess } кодтамасына ұқсайды; файлды UTF-8 кодтамасында сақтаңыз (Excel бағдарламасында: «CSV UTF-8»)
diag-bad-toml = TOML пішіміне сай емес: { $reason }
diag-bad-toml-hint = мәтіндер тырнақшаға, тізімдер шаршы жақшаға алынады; toml.io сайтын қараңыз
diag-duplicate-key = екі рет берілген: { $reason }
diag-duplicate-key-hint = атаулар қайталанбауға тиіс; екеуінің бірінің атауын өзгертіңіз немесе бірін алып тастаңыз
diag-no-study = { $folder } қалтасында study.toml жоқ
diag-no-study-hint = зерттеу қалтасын көрсетіңіз немесе оны `daryn new NAME` командасымен жасаңыз
diag-path-outside = `{ $found }` зерттеу қалтасынан тыс шығып кетеді
diag-path-outside-hint = файлдарды зерттеу қалтасынан бастап атаңыз: қалталардың арасына «/» қойыңыз, «..» қолданбаңыз
diag-file-named-twice = `{ $found }` екі рет аталған
diag-file-named-twice-hint = әр файлды [files] бөлімінде бір рет атаңыз
diag-missing-file = `{ $found }` файлы жоқ
diag-missing-file-hint = оны жасаңыз немесе [files] бөліміндегі жолын алып тастаңыз
diag-unreadable-file = `{ $found }` файлын оқу мүмкін емес: { $reason }
diag-unreadable-file-hint = файлды пайдаланып тұрған басқа бағдарламаларды жабыңыз және файлға құқығыңызды тексеріңіз
diag-unnamed-file = бұл файл study.toml ішінде аталмаған
diag-unnamed-file-hint = оны [files] бөлімінде атаңыз (ескертпелер үшін — `other = [...]`), сонда daryn.lock оны да қамтиды
diag-missing-translation = `{ $field }` бос, ал басқа тілде мәтін бар
diag-missing-translation-hint = мәтінді қосыңыз; оған дейін есеп басқа тілдегі мәтінді көрсетеді және бұл туралы айтады
diag-dangling-reference = `{ $field }` өрісіндегі `{ $found }` ешбір жазбаның атауы емес
diag-dangling-reference-hint = { $nearest ->
    [none] жазбаны қосыңыз немесе атауды түзетіңіз
   *[other] `{ $nearest }` демекші болдыңыз ба?
}
diag-unknown-sdg-target = `{ $found }` Тұрақты даму мақсаттарының міндетіне жатпайды
diag-unknown-sdg-target-hint = міндеттің кодын жазыңыз, мысалы, 4.b немесе 10.7
diag-year-outside-study = `{ $field }` өрісіндегі { $found } зерттеу жылдарынан тыс тұр ({ $first }–{ $last })
diag-year-outside-study-hint = жылды түзетіңіз немесе study.toml ішіндегі data_start пен data_end аралығын кеңейтіңіз
diag-wrong-unit = өлшем бірлігі — `{ $found }`, ал { $indicator } көрсеткішінің бірлігі — `{ $expected }`
diag-wrong-unit-hint = мәнді түрлендіріңіз немесе басқа бірлік үшін бөлек көрсеткіш жасаңыз
diag-duplicate-observation = бір кілтпен екінші бақылау мәні берілген: { $found } (біріншісі { $line }-жолда)
diag-duplicate-observation-hint = екеуі де жарияланған болса, әрқайсысына `vintage` беріңіз; әйтпесе бірін алып тастаңыз
diag-mixed-series = { $found } қатарында `{ $field }` өрісінің әртүрлі мәні араласып кеткен (басқа мән: { $reason })
diag-mixed-series-hint = бір нәрсені есептейтін жолдар ғана бір қатарда тұра алады: қалған жолдарға бөлек қатар беріңіз
diag-flow-without-values = { $found } (`{ $field }`) бойынша { $period } кезеңінде ел мен серіктес аумақ арасында бірде-бір мән жоқ
diag-flow-without-values-hint = дәл осы кезеңнің мәні бар көрсеткішті немесе қатарды жазыңыз: ref_area — зерттелетін ел, partner_area — жеке ел; күмәнді жолдар мен елдер топтары есепке алынбайды
diag-flow-not-one = `{ $field }` өрісінде { $found } көрсеткіші басқа атаулармен қатар тұр
diag-flow-not-one-hint = бір көрсеткішті немесе бір көрсеткіштің қатарларын ғана жазыңыз
diag-flow-mixed = { $found } ағынының `{ $field }` өрісінде `{ $differs }` бойынша айырмасы бар жолдар араласып кеткен ({ $rows })
diag-flow-mixed-hint = бір нәрсені есептейтін жолдар ғана бірге көрсетіледі: көрсеткіштің орнына қатарларды жазыңыз
diag-flow-total = { $found } ағынының `{ $field }` өрісіндегі жиынтық сан — { $total }, ал серіктес аумақтардың қосындысы — { $sum }
diag-flow-total-hint = жиынтық сан суретте пайдаланылмайды; жолдарды дереккөзбен салыстырыңыз
diag-target-without-value = { $found } шарасында target_value немесе target_year жоқ
diag-target-without-value-hint = шараға екеуін де беріңіз немесе нысаналы мәнді алып тастаңыз
diag-effect-without-design = { $found } дәлелінің деңгейі — { $grade }: оның мәні әсер бола алмайды
diag-effect-without-design-hint = kind бағанына association немесе count деп жазыңыз; әсер үшін себеп-салдарлық дизайн (A деңгейі) қажет
diag-transfer-of-other-practice = { $found } — { $practice } тәжірибесі бойынша мән, ал { $recommendation } ұсынымында бұл тәжірибе аталмаған
diag-transfer-of-other-practice-hint = тәжірибені practices тізіміне қосыңыз немесе бұл жазбаны өшіріңіз
diag-match-without-words = `{ $field }` үшін `{ $found }` деп пайымдалған, бірақ салыстыратын мәтін жоқ: { $missing } бос
diag-match-without-words-hint = жетіспейтін мәтінді жазыңыз немесе `unknown` деп көрсетіңіз
diag-key-of-measures = { $found } жазбасындағы `{ $field }` тек шараларда болатын нәрсені сұрайды
diag-key-of-measures-hint = practice_count functions, instrument және grade мәндерін қарайды; бұл кілтті өшіріңіз
diag-missing-parameter = { $found } жазбасында `{ $field }` жоқ
diag-missing-parameter-hint = онсыз тексеруді немесе нысаналы мәнді қарау мүмкін емес
diag-support-cycle = { $found } айналып келіп өзіне сүйенеді
diag-support-cycle-hint = builds_on өрісіндегі жазбалардың бірін алып тастаңыз
diag-out-of-range = `{ $field }` мәні — { $found }, күтілетіні — { $expected }
diag-out-of-range-hint = мәнді түзетіңіз
diag-empty-study = зерттеуде әлі дәлел жоқ
diag-empty-study-hint = documents.csv, measures.csv немесе statistics.csv файлын толтырыңыз; қалай толтыру керегі қалтадағы README файлында айтылған
diag-damaged-cache = кэштің бүлінген жазбасы алып тасталды
diag-damaged-cache-hint = ештеңе жоғалған жоқ: кезең қайта орындалды
diag-causal-word = мәтінде әсер туралы айтылған немесе меңзелген: «{ $found }»
diag-causal-word-hint = не байқалғанын сипаттаңыз; әсер туралы айту үшін оған мүмкіндік беретін дизайн қажет
diag-write-failed = мына жерге жазу мүмкін емес: { $path }: { $reason }
diag-write-failed-hint = орын босатыңыз немесе қалтаға құқығыңызды тексеріңіз, содан кейін қайта іске қосыңыз; жартылай жазылған ештеңе қалған жоқ
diag-busy = бұл зерттеуде басқа daryn жұмыс істеп тұр
diag-busy-hint = оның аяқталуын күтіңіз
diag-no-lock = daryn.lock файлы жоқ
diag-no-lock-hint = алдымен есепті жасаңыз: daryn run
diag-bad-lock = daryn.lock файлын оқу мүмкін емес: { $reason }
diag-bad-lock-hint = оны git арқылы қалпына келтіріңіз немесе есепті қайтадан жасаңыз: daryn run
diag-unreadable-folder = мынаны оқу мүмкін емес: { $path }: { $reason }
diag-unreadable-folder-hint = қалтаның атауын және оған құқығыңызды тексеріңіз
diag-unknown-id = { $found } деп аталатын ештеңе жоқ
diag-unknown-id-hint = { $nearest ->
    [none] атаулар report.json файлында және есептің «Дәлелдер» бөлімінде тұр
   *[other] { $nearest } демекші болдыңыз ба?
}
diag-folder-exists = { $path } бұрыннан бар
diag-folder-exists-hint = басқа атау таңдаңыз; ештеңе өзгертілген жоқ
diag-bad-name = { $found } зерттеудің атауы бола алмайды
diag-bad-name-hint = жолдың соңғы бөлігін әріптерден, цифрлардан, бос орындардан, «-», «_» немесе «.» белгілерінен құраңыз
diag-bad-threads = ағын саны 1-ден 256-ға дейін болуға тиіс
diag-bad-threads-hint = барлық ядроны пайдалану үшін --threads параметрін көрсетпеңіз
diag-unknown-schema = { $found } деп аталатын схема жоқ
diag-unknown-schema-hint = схемалар: { $known }
diag-output-is-input = есеп зерттеу файлының орнына жазылар еді: { $path }
diag-output-is-input-hint = --out параметрімен басқа қалта таңдаңыз; ештеңе өзгертілген жоқ
diag-wrong-delimiter = бағандар `{ $found }` белгісімен бөлінген
diag-wrong-delimiter-hint = бағандарды үтірмен бөліңіз; кесте редакторында «CSV UTF-8 (үтірмен бөлінген)» түрінде сақтаңыз
