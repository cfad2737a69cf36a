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
diag-extract-file = { $extract } үзіндісі: { $found } файлы жоқ
diag-extract-file-hint = оны `statistics` қалтасына салыңыз; онда мыналар бар: { $known }
diag-extract-component = { $extract } үзіндісі: файлда «{ $found }» компоненті жоқ
diag-extract-component-hint = онда мыналар бар: { $known }
diag-extract-empty = { $extract } үзіндісі: файлдың бірде-бір бақылауы сәйкес келмейді
diag-extract-empty-hint = файлда мыналар бар: { $seen }; аумақтар мен жылдарды да тексеріңіз; `daryn stats read` бәрін көрсетеді
diag-extract-areas = { $extract } үзіндісі: { $found } үшін ештеңе табылмады
diag-extract-areas-hint = бұл аумақтарды `areas` тізімінен алып тастаңыз немесе олардың файлда қалай жазылғанын қараңыз
diag-extract-several = { $extract } үзіндісі: { $found } дегенге файлдың бірнеше бақылауы сәйкес келеді
diag-extract-several-hint = олардың айырмасы: { $parts }; қайсысы керек екенін `select` ішінде көрсетіңіз
diag-extract-value = { $extract } үзіндісі: «{ $found }» ({ $place }) мәнін сан ретінде алуға болмайды
diag-extract-value-hint = `decimal_mark` немесе барлық цифрды сақтайтын `decimals` беріңіз; дерек жоқтығын білдіретін белгілерді кестенің сипаттамасында (`mapping`) көрсетіңіз
diag-extract-period = { $extract } үзіндісі: «{ $found }» ({ $place }) кезең емес
diag-extract-period-hint = уақыт қай компонентте тұрғанын `period` ішінде көрсетіңіз немесе оны кестенің сипаттамасында (`mapping`) сөздерден бөліп алыңыз
diag-extract-scale = { $extract } үзіндісі: мәндер онның дәрежесіне көбейтілген: { $found } ({ $place })
diag-extract-scale-hint = `scale` беріңіз: мәндерді зерттеудің бірлігіне келтіретін онның дәрежесі, керек болмаса 0
diag-extract-status = { $extract } үзіндісі: «{ $found }» ({ $place }) мәртебесі белгісіз
diag-extract-status-hint = оның мағынасын `statuses` ішінде көрсетіңіз: { $known }
diag-extract-series = { $extract } үзіндісі: «{ $found }» қатардың атауы бола алмайды
diag-extract-series-hint = әріптер, цифрлар, `-`, `_`, `.`, `+`; «{"{"}area{"}"}» және «{"{"}partner{"}"}» орнына аумақтардың кодтары қойылады
diag-extract-percent = { $extract } үзіндісі: «{ $found }» ({ $place }) мәнінде пайыз белгісі тұр
diag-extract-percent-hint = `percent = true` болса, пайыз алынады: 0,123 жазылып, 12,3% көрсетілген ұяшықтан 12,3
diag-extract-of-mapping = { $extract } үзіндісі: файл кесте сипаттамасы арқылы оқылса, `{ $field }` әсер етпейді
diag-extract-of-mapping-hint = оны кестенің сипаттамасында (`mapping`) көрсетіңіз
diag-extract-one-of = { $extract } үзіндісі: `{ $one }` мен `{ $other }` екеуінің дәл біреуі керек
diag-extract-one-of-hint = `{ $one }` файлдағы компонентті атайды, `{ $other }` бүкіл үзіндіге ортақ мәнді береді
diag-extract-twice = { $extract } үзіндісі: { $found } файлда екі рет кездеседі: { $one } және { $other } жолдарда
diag-extract-twice-hint = қайсысы керек екенін көрсететін айырма жоқ; файлды қараңыз
diag-extract-mixed = { $extract } үзіндісі: { $found } қатарына әртүрлі нәрселер түсер еді: { $parts }
diag-extract-mixed-hint = қайсысы керек екенін `select` ішінде көрсетіңіз немесе компоненттің ненің саналғанына қатысы жоқ болса, оны `differ` ішінде атаңыз
diag-extract-scales = { $extract } үзіндісі: мәндердің көбейткіштері әртүрлі: { $found }
diag-extract-scales-hint = оларды бөлек таңдап, әрқайсысына өз `scale` мәнін беріңіз; – көбейткіш көрсетілмегенін білдіреді
diag-extract-nothing = { $extract } үзіндісі: оның аумақтары мен жылдары бойынша ештеңе табылмады
diag-extract-nothing-hint = файлдың компоненттері: { $known }; `daryn stats read` бәрін көрсетеді
diag-extract-measure = { $extract } үзіндісі: бірде-бір бақылаудың мәні жоқ
diag-extract-measure-hint = мән қай компонентте тұрғанын `value` ішінде көрсетіңіз: { $known }
diag-extract-remark = { $extract } үзіндісі: { $found } туралы айтылған ескертпе бірде-бір бақылауға қатысты емес
diag-extract-remark-hint = ескертпенің кезеңін не аумағын немесе үзіліс жылын түзетіңіз
diag-extract-deleted = { $extract } үзіндісі: файл жойылды деп көрсеткен бақылаулар алынбады: { $n }
diag-extract-deleted-hint = файл — жаңарту; бұрынғы деректер қолда болмаса, толық жиынтықты алыңыз
diag-extract-unknown-areas = { $extract } үзіндісі: белгісіз аумақтар алынбады: { $found }
diag-extract-unknown-areas-hint = керек аумақтарды `areas` ішінде атаңыз немесе кестенің сипаттамасында кодтарын беріңіз
diag-extract-break = { $extract } үзіндісі: { $found } бақылауының файлдағы мәртебесі { $status }, ал `breaks` ішінде үзіліс көрсетілген; үзіліс көрсетіледі
diag-extract-break-hint = бақылаудың мәртебесі біреу ғана; екіншісін ескертпеде айтыңыз
diag-extract-more = { $extract } үзіндісі: осындай тағы { $n } мәселе
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

# Сырттан алынатын дереккөздер.
diag-source-no-downloads = зерттеуде жүктемелер тізімі аталмаған
diag-source-no-downloads-hint = [files] бөліміне `downloads = "downloads.toml"` деп жазып, әр дереккөзге бір [[download]] жазбасын қосыңыз; docs/sources.md бетін қараңыз
diag-source-unknown-source = жүктемелер тізімінде `{ $found }` жоқ
diag-source-unknown-source-hint = { $nearest ->
    [none] дереккөздер: { $known }
   *[other] `{ $nearest }` демекші болдыңыз ба? Дереккөздер: { $known }
}
diag-source-unknown-connector = `{ $found }` деген коннектор жоқ
diag-source-unknown-connector-hint = { $nearest ->
    [none] коннекторлар: { $known }; `file` — жай мекенжай
   *[other] `{ $nearest }` демекші болдыңыз ба? Коннекторлар: { $known }
}
diag-source-unknown-query = { $connector } коннекторында `{ $found }` сұрауы жоқ
diag-source-unknown-query-hint = { $nearest ->
    [none] сұраулар: { $known }
   *[other] `{ $nearest }` демекші болдыңыз ба? Сұраулар: { $known }
}
diag-source-missing-parameter = { $connector } коннекторына `{ $found }` керек
diag-source-missing-parameter-hint = `{ $found }` мәнін қосыңыз: areas, from, to немесе address болмаса, `parameters` ішіне
diag-source-unknown-parameter = { $connector } коннекторында `{ $found }` үшін орын жоқ: мән үнсіз ескерілмей қалар еді
diag-source-unknown-parameter-hint = { $nearest ->
    [none] беруге болатыны: { $known }
   *[other] `{ $nearest }` демекші болдыңыз ба? Беруге болатыны: { $known }
}
diag-source-bad-parameter = `{ $found }` мәні { $connector } коннекторын басқа қалтаға апарар еді
diag-source-bad-parameter-hint = жолдың бөлігі ретінде «.» мен «..» белгілерін жазбаңыз
diag-source-bad-address = { $scheme ->
    [none] `{ $url }` — сұрау жіберуге болатын мекенжай емес
   *[other] `{ $url }` — http не https емес, `{ $scheme }` түріндегі мекенжай
}
diag-source-bad-address-hint = https:// деп бастап, тораптың атын латын әрпімен (xn--…), пайдаланушы аты мен құпиясөзсіз жазыңыз
diag-source-import-only = бұл сайт бағдарламалардың сұрау жібермеуін өтінеді: { $url }
diag-source-import-only-hint = бетті браузерде сақтап, `daryn add FILE --as ID` арқылы беріңіз; иесі рұқсат еткен болса, `allow = "with permission"` деп жазыңыз
diag-source-robots-forbid = { $host } торабының robots.txt файлы бағдарламаларға { $path } жолын оқуға тыйым салады
diag-source-robots-forbid-hint = бетті браузерде сақтаңыз немесе иесі рұқсат еткен болса, `allow = "with permission"` деп жазыңыз
diag-source-robots-unreachable = { $host } торабының robots.txt файлын оқу мүмкін болмады ({ $reason }), сондықтан басқа ештеңе сұралған жоқ
diag-source-robots-unreachable-hint = кейінірек қайталаңыз
diag-source-name-not-resolved = { $host } деген атау ешкімге белгісіз
diag-source-name-not-resolved-hint = мекенжай мен желіге қосылуды тексеріңіз
diag-source-connection-refused = { $host } қосылым қабылдамайды
diag-source-connection-refused-hint = кейінірек қайталаңыз; мекенжайда порт болса, оны тексеріңіз
diag-source-connection-failed = { $host } торабымен қосылым жоқ: { $reason }
diag-source-connection-failed-hint = желіні және болса, проксиді (HTTPS_PROXY) тексеріңіз
diag-source-connection-cut = { $host } қосылымды әр жолы үзеді: { $announced } байттан { $received } байт келді
diag-source-connection-cut-hint = сол пәрменді қайта орындаңыз: сервер мүмкіндік берсе, үзілген жерінен жалғасады
diag-source-timeout = { $host } уақытында жауап бермеді ({ $reason })
diag-source-timeout-hint = кейінірек қайталаңыз немесе азырақ сұраңыз: аумақ пен жыл аз болсын
diag-source-too-slow = сервер тым баяу: { $bytes } байттан кейін тоқтады немесе тоқтауға жақын
diag-source-too-slow-hint = кейінірек қайталаңыз немесе файлды браузерде сақтап, `daryn add` арқылы беріңіз
diag-source-too-large = жауап тым үлкен: { $bytes } байт, рұқсат етілгені — { $limit }
diag-source-too-large-hint = азырақ сұраңыз немесе жүктемелер тізіміндегі [settings] бөлімінде `max_bytes` мәнін үлкейтіңіз
diag-source-unpacks-too-large = { $packed } байт ашылғанда рұқсат етілген { $limit } байттан асып кетеді
diag-source-unpacks-too-large-hint = файл шынымен сондай үлкен болуға тиіс болса, [settings] бөлімінде `max_bytes` мәнін үлкейтіңіз
diag-source-wrong-length = сервер әр жолы { $announced } байт деп хабарлап, { $received } байт жібереді
diag-source-wrong-length-hint = сервердегі файл бүлінген болуы мүмкін: оны браузерде қараңыз
diag-source-redirect-loop = сервер бір мекенжайдан екіншісіне шеңбермен жібереді: { $url }
diag-source-redirect-loop-hint = мекенжайды браузерде ашып, ол тоқтаған мекенжайды көрсетіңіз
diag-source-redirects-too-many = қайта бағыттау шегі ({ $n }) асты, соңғысы: { $url }
diag-source-redirects-too-many-hint = мекенжайды браузерде ашып, ол тоқтаған мекенжайды көрсетіңіз
diag-source-redirect-scheme = сервер `{ $url }` мекенжайына жібереді: бұл http не https емес, `{ $scheme }`
diag-source-redirect-scheme-hint = ештеңе ашылған жоқ; мекенжайды тексеріңіз
diag-source-redirect-downgrade = сервер шифрланған мекенжайдан шифрланбағанына жібереді: { $url }
diag-source-redirect-downgrade-hint = желіге сенсеңіз, ол мекенжайды өзіңіз көрсетіңіз
diag-source-redirect-login = сервер кіру бетіне жібереді: { $url }
diag-source-redirect-login-hint = браузер арқылы кіріп, файлды сақтап, `daryn add` арқылы беріңіз
diag-source-certificate-issuer = { $host } торабына сенуге болмайды: «{ $issuer }» деген шығарушысының сертификаты жоқ (жіберілген сертификат саны: { $sent })
diag-source-certificate-issuer-hint = бұл сайттың бас тартуы емес. «{ $issuer }» сертификатын файлға сақтап{ $address ->
    [none] {""}
   *[other] {" "}(сайт сертификатындағы мекенжайы: { $address })
}, атаңыз: `--ca FILE`, DARYN_CA немесе [settings] ішінде `ca`; саусақ ізін өзіңіз сенетін адаммен салыстырыңыз. Сертификаттар бұрынғыша тексеріледі
diag-source-certificate-expired = { $host } торабы сертификатының мерзімі өткен немесе әлі басталмаған
diag-source-certificate-expired-hint = компьютердің сағатын тексеріңіз; әйтпесе мұны тек сайт түзете алады
diag-source-certificate-name = { $host } торабының сертификаты басқа атауға берілген
diag-source-certificate-name-hint = мекенжайды тексеріңіз; әйтпесе мұны тек сайт түзете алады
diag-source-certificate-bad = { $host } торабымен қауіпсіз қосылым жоқ: { $reason }
diag-source-certificate-bad-hint = мекенжайды тексеріңіз; шифрламайтын серверге http:// арқылы сұрау жіберіледі
diag-source-ca-unreadable = { $path } файлында оқуға болатын сертификат жоқ: { $reason }
diag-source-ca-unreadable-hint = «BEGIN CERTIFICATE» (PEM) файлын немесе екілік түрдегі (DER) бір сертификатты беріңіз
diag-source-needs-key = дереккөз кілт сұрайды (күйі { $status }: { $reason })
diag-source-needs-key-hint = { $variable ->
    [none] бұл дереккөз өзі танитындарға ғана жауап береді: файлды браузерде сақтаңыз
   *[other] дереккөзден тегін кілт алып, { $variable } айнымалысына жазыңыз; ол еш жерде сақталмайды
}
diag-source-forbidden = дереккөз бас тартады: күйі { $status }, { $reason }
diag-source-forbidden-hint = кейбір сайттар браузерді атамайтын бағдарламалардан бас тартады: [settings] ішінде `user_agent` мәнін беріңіз немесе файлды браузерде сақтаңыз
diag-source-not-found = табылмады: { $url } ({ $reason })
diag-source-not-found-hint = атаулар мен кодтарды тексеріңіз; мекенжай өзгерген болуы мүмкін
diag-source-gone = біржола жойылған: { $url } ({ $reason })
diag-source-gone-hint = жаңарақ мекенжайды іздеңіз; бұрын сақталғаны қалады
diag-source-query-too-large = сұрау дереккөз үшін тым үлкен: { $reason }
diag-source-query-too-large-hint = бір жазбада аумақты, жылды немесе кодты азырақ сұраңыз
diag-source-rate-limited = дереккөз тым жиі сұралғанын айтады; күту керек: { $wait } с
diag-source-rate-limited-hint = сол уақыттан кейін қайталаңыз; алынғаны қалады
diag-source-server-error = дереккөз жағындағы ақау: күйі { $status }, { $reason }
diag-source-server-error-hint = кейінірек қайталаңыз
diag-source-status = дереккөз { $status } күйімен жауап берді: { $reason }
diag-source-status-hint = жазбаны тексеріңіз; себебі дереккөздің өз сөзімен берілген
diag-source-bad-http = { $host } HTTP ережесімен жауап бермейді: { $reason }
diag-source-bad-http-hint = мекенжай мен портты тексеріңіз
diag-source-no-bytes = жауап бос: бірде-бір таңба жоқ
diag-source-no-bytes-hint = кейінірек қайталаңыз немесе мекенжайды браузерде ашыңыз
diag-source-is-html = { $expected } орнына бет келді: «{ $words }»
diag-source-is-html-hint = мекенжайды браузерде ашыңыз: жөндеу жүріп жатқан немесе мекенжай өзгерген болуы мүмкін
diag-source-is-xml = { $expected } орнына XML келді: «{ $words }»
diag-source-is-xml-hint = кейінірек қайталаңыз; солай қала берсе, дереккөз өзгерген
diag-source-is-json = { $expected } орнына JSON келді: «{ $words }»
diag-source-is-json-hint = бұл дереккөздің өз сөзімен айтылған қате болуы мүмкін; әйтпесе дереккөз өзгерген
diag-source-is-other = { $expected } орнына басқа нәрсе келді: «{ $words }»
diag-source-is-other-hint = мекенжайды браузерде ашыңыз; жазбада `kind` болса, оны тексеріңіз
diag-source-login-page = жауап орнына кіру беті келді: «{ $url }»
diag-source-login-page-hint = браузер арқылы кіріп, файлды сақтап, `daryn add` арқылы беріңіз
diag-source-captcha = сұрап отырған адам ба екенін тексеретін бет келді: «{ $url }»
diag-source-captcha-hint = мекенжайды браузерде ашып, файлды сақтап, `daryn add` арқылы беріңіз
diag-source-error-inside = сәтті күймен қате келді: { $reason }
diag-source-error-inside-hint = себебі дереккөздің өз сөзімен берілген; атаулар мен кодтарды тексеріңіз
diag-source-unknown-code = дереккөз кодты білмейді: { $reason }
diag-source-unknown-code-hint = көрсеткіш пен аумақтарды дереккөздің тізімдерінен тексеріңіз
diag-source-hint = дереккөз хабарлайды: { $reason }
diag-source-hint-hint = жауап сақталды; бұл сізге қатысты ма, қараңыз
diag-source-empty = дереккөзде бұл сұрауға жол жоқ
diag-source-empty-hint = бұл қате емес, жауап, бірақ көп дереккөзде қате код та дәл осылай көрінеді: кодтар мен жылдарды тексеріңіз
diag-source-areas-missing = сұралған, бірақ жауап жоқ, аумақтар: { $found }
diag-source-areas-missing-hint = дереккөзде олар бойынша жол жоқ немесе кодтары басқа; бұл нөл емес, «мәлімет жоқ»
diag-source-years-missing = сұралған, бірақ жауап жоқ, жылдар: { $found }
diag-source-years-missing-hint = дереккөзде олар бойынша жол жоқ; бұл нөл емес, «мәлімет жоқ»
diag-source-outside-asked = сұралғаннан тыс жолдар ({ $what }): { $found }
diag-source-outside-asked-hint = дереккөз `{ $what }` мәнін үнсіз ескермеді немесе басқаша атайды; атауы мен кодтарын тексеріңіз
diag-source-comes-later = дереккөз файлды әлі дайындап жатыр: { $reason }
diag-source-comes-later-hint = кейінірек қайталаңыз немесе азырақ сұраңыз
diag-source-cut = { $kind } тым ерте үзіледі, байт саны: { $bytes }
diag-source-cut-hint = ештеңе сақталған жоқ; қайталаңыз
diag-source-unreadable = { $kind } оқылмайды: { $reason }
diag-source-unreadable-hint = кейінірек қайталаңыз; солай қала берсе, дереккөз өзгерген
diag-source-nul-padding = соңындағы толтырма кесілді, байт саны: { $bytes }
diag-source-nul-padding-hint = ештеңе істеудің қажеті жоқ: журналда келген күйіндегі байттардың дайджесі бар
diag-source-bom = мәтін байт ретінің белгісінен басталады
diag-source-bom-hint = ештеңе істеудің қажеті жоқ: оқығанда ол аттап өтіледі
diag-source-charset = тақырыпта { $said } делінген, ал мәтін { $looks } сияқты
diag-source-charset-hint = байттар келген күйінде сақталды; оқығанда әріптердің дұрыстығын қараңыз
diag-source-layout = жауаптың құрылымы өзгерген: `{ $found }` жоқ
diag-source-layout-hint = жауапты браузерде қараңыз; коннекторды жаңарту керек
diag-source-not-looked-into = байт тым көп болғандықтан, тексерілмей сақталды: { $bytes }
diag-source-not-looked-into-hint = аумақтар мен жылдарды тексеру үшін бір жазбада азырақ сұраңыз
diag-source-total-changed = жол саны беттер арасында өзгерді: { $was }, кейін { $now } ({ $page }-бет)
diag-source-total-changed-hint = дереккөз жаңартылып жатқан: қайталаңыз
diag-source-page-repeated = { $page }-бет { $earlier }-бетті қайталайды
diag-source-page-repeated-hint = дереккөз беттің нөмірін ескермейді: бір жазбада азырақ сұраңыз
diag-source-page-empty = { $page }-бет бос; алынған жол саны: { $rows }, барлығы: { $total }
diag-source-page-empty-hint = барлық жол алынған болса, ештеңеге зияны жоқ; әйтпесе қайталаңыз
diag-source-rows-missing = дереккөз хабарлаған жол саны: { $total }, бергені: { $rows }
diag-source-rows-missing-hint = қайталаңыз; ештеңе сақталған жоқ
diag-source-too-many-pages = жауаптағы бет саны шектен ({ $n }) асты
diag-source-too-many-pages-hint = бір жазбада азырақ сұраңыз
diag-source-unsafe-name = файл атауы қалтасынан тыс шығарар еді: { $found }
diag-source-unsafe-name-hint = мұндай атауы бар мұрағат сақталмайды; файл атауының соңғы бөлігі ғана қалады
diag-source-not-stored = қоймада жоқ: { $url }
diag-source-not-stored-hint = дереккөзді бір рет --offline көрсетпей алыңыз
diag-source-damaged = сақталған байттар бұрынғы емес ({ $reason }): { $path }
diag-source-damaged-hint = дереккөзді қайта алыңыз немесе файлды көшірмеден қайтарыңыз
diag-source-log-torn = журналдың соңғы жолы аяғына дейін жазылмаған
diag-source-log-torn-hint = ештеңе істеудің қажеті жоқ: келесі жазбада ол алып тасталады
diag-source-log-damaged = журналдың бір жолы оқылмайды: { $reason }
diag-source-log-damaged-hint = журналды көшірмеден қайтарыңыз немесе дереккөзді қайта алыңыз; байттардың өзі дайджесі бойынша сақтаулы
diag-source-file-unreadable = { $path } оқылмайды: { $reason }
diag-source-file-unreadable-hint = бар әрі оқуға рұқсатыңыз бар файлды көрсетіңіз
diag-source-added-already = бұл байттар { $found } атауымен сақталып қойған
diag-source-added-already-hint = ештеңе қосылған жоқ: бірдей байттар — бір дереккөз
diag-source-bad-name = { $found } дереккөздің атауы бола алмайды
diag-source-bad-name-hint = әріптерді, цифрларды, «-», «_», «.» немесе «+» белгілерін қолданыңыз
diag-unknown-column = `{ $found }` бағаны жоқ
diag-unknown-column-hint = { $nearest ->
    [none] кестенің тақырып жолын қараңыз
   *[other] `{ $nearest }` демекші болдыңыз ба?
}
diag-key-not-unique = кілті { $found } болатын екінші жол (біріншісі — { $line }-жол)
diag-key-not-unique-hint = --key параметрінде көбірек баған атаңыз немесе жолдарды --where арқылы іріктеңіз
diag-source-no-release = { $source } дереккөзінің { $found } шығарылымы сақталмаған
diag-source-no-release-hint = оны `daryn fetch` не `daryn add` арқылы алыңыз; сақталғандарды `daryn vintages` көрсетеді
diag-source-keys-twice = `{ $found }` атауы бір нысанда екі рет тұр
diag-source-keys-twice-hint = екеуінің соңғысы алынады; жауапты қарап, дұрыс па екенін тексеріңіз
diag-source-git-missing = мұнда git орнатылмаған
diag-source-git-missing-hint = git орнатыңыз немесе мәтіндерді репозиторийден алып, `daryn add` арқылы сақтаңыз
diag-source-git-failed = git { $path } қалтасын оқи алмады: { $reason }
diag-source-git-failed-hint = `repository` ішінде зерттеуге қатысты клон қалтасын көрсетіңіз
diag-source-git-no-path = { $found } тарихындағы ешбір коммит { $path } файлын өзгертпеген
diag-source-git-no-path-hint = жолды репозиторийде тұрғандай, қалталар арасына «/» қойып жазыңыз
diag-source-no-key = { $found } дереккөзінің коннекторы жолдардың бір-бірінен айырмасын көрсетпейді
diag-source-no-key-hint = екі файлды салыстырыңыз: daryn revisions OLD NEW --key A,B --value V
diag-source-many-releases = { $source } дереккөзінің { $found } деп басталатын шығарылымы біреу емес
diag-source-many-releases-hint = дайджесттің `daryn vintages` көрсететін таңбаларын көбірек жазыңыз
diag-source-in-pages = { $found } дереккөзінің жауабы бірнеше бет болып келді, одан зерттеу файлын жасауға болмайды
diag-source-in-pages-hint = оны бір бетпен сұраңыз немесе жазбадан `file` өрісін алып тастаңыз
diag-source-git-shallow = { $path } клонында ескі коммиттер жоқ, редакция саны бұдан көп болуы мүмкін
diag-source-git-shallow-hint = бүкіл тарихты алыңыз: git fetch --unshallow
diag-read-unreadable = файлды оқу мүмкін емес: { $reason }
diag-read-unreadable-hint = файлдың бар екенін және оқуға рұқсат берілгенін тексеріңіз; оны басқа бағдарламаларда жабыңыз
diag-read-too-large = файл { $limit } МБ-тан үлкен
diag-read-too-large-hint = құжатты бөліңіз немесе тек мәтінін сақтаңыз
diag-read-unsupported = мұндай пішімдегі файл оқылмайды: { $format }
diag-read-unsupported-hint = файлды ашып, DOCX, HTML немесе TXT түрінде сақтаңыз да, сол файлды оқытыңыз
diag-read-damaged = файл бүлінген, { $format } ретінде оқылмайды{ $part ->
    [none] {""}
   *[other] : { $part }
}
diag-read-damaged-hint = файлды өзі жасалған бағдарламада ашып, қайта сақтаңыз немесе қайта жүктеп алыңыз
diag-read-no-part = файл өзін { $format } деп атайды, бірақ ішінде { $part } жоқ
diag-read-no-part-hint = файлды өзі жасалған бағдарламада ашып, қайта сақтаңыз
diag-read-bomb = файл { $limit } МБ-тан артық болып ашылады, одан әрі оқылмады
diag-read-bomb-hint = мұндай көлемдегі құжатта мұнша мәтін болмайды; файлды көзінен қайта алыңыз
diag-read-zip-path = мұрағаттағы атау өз қалтасынан тыс жерге апарады, ол өткізіп жіберілді: { $name }
diag-read-zip-path-hint = дискіге ештеңе шығарылмайды, бірақ файлдың қайдан келгенін анықтаңыз
diag-read-zip-twice = мұрағатта бір атау бірнеше рет кездеседі: { $name }; бағдарламалар әртүрлі мәтін көрсетуі мүмкін
diag-read-zip-twice-hint = файлды ашып, қайта сақтаңыз да, салыстырыңыз
diag-read-password = файл құпиясөзбен қорғалған ({ $format })
diag-read-password-hint = құпиясөзбен ашып, құпиясөзсіз сақтаңыз да, сол файлды оқытыңыз
diag-read-legacy = Word бағдарламасының ескі пішімі ({ $format }) оқылмайды
diag-read-legacy-hint = файлды ашып, DOCX түрінде сақтаңыз немесе `soffice --headless --convert-to docx FILE` командасын орындаңыз
diag-read-workbook = бұл — мәтіндік құжат емес, кестелер кітабы ({ $format })
diag-read-workbook-hint = парақтарын CSV түрінде сақтап, зерттеудің кестелері ретінде қосыңыз
diag-read-slides = бұл — мәтіндік құжат емес, слайдтар ({ $format })
diag-read-slides-hint = оларды DOCX (құрылым) немесе PDF түрінде сақтап, сол файлды оқытыңыз
diag-read-archive = бұл — құжат емес, мұрағат ({ $format })
diag-read-archive-hint = оны ашып шығарып, ішіндегі файлдарды оқытыңыз
diag-read-owner-file = бұл құжат емес: мұндай файлды Word ашық тұрған құжаттың жанына қояды
diag-read-owner-file-hint = Word бағдарламасын жабыңыз немесе `~$` таңбаларынан басталатын атауларды көрсетпеңіз
diag-read-in-use = файл басқа бағдарламада ашық тұр
diag-read-in-use-hint = оны сол жерде (көбіне Word) жауып, қайта оқытыңыз
diag-read-rtf-braces = жақшалар жұп емес; мәтін оқуға келген жеріне дейін оқылды
diag-read-rtf-braces-hint = мәтіннің соңын файлмен салыстырыңыз
diag-read-wrong-name = аты бойынша бұл — { $claimed }, ал мазмұны — { $found }; { $found } ретінде оқылды
diag-read-wrong-name-hint = файлдың атын өзгертіңіз
diag-read-no-text = мәтін табылмады
diag-read-no-text-hint = файлды ашып, онда мәтіннің бар-жоғын қараңыз; бетті толық жүктелгеннен кейін сақтау керек
diag-measures-no-such-day = { $passage }: мұндай күн жоқ: { $found }
diag-measures-no-such-day-hint = мерзім күнсіз берілді; қате актінің өзінде ме, әлде мәтінінде ме, тексеріңіз
diag-measures-money-shared = { $passage }: жоспардың бірнеше жолына ортақ бір сома: { $found }
diag-measures-money-shared-hint = бұл тек осы шараның қаражаты болмауы мүмкін; жол-жолымен қоспаңыз
diag-measures-sum-of-several = { $count ->
    [one] { $found } шарасының сомасы ({ $money }) жоспардың бірнеше жолды қамтитын ұяшығында тұр
   *[several] жоспардың бір сомасы ({ $money }) бірнеше жолда тұр: { $found }
}
diag-measures-sum-of-several-hint = жоспар оны бірнеше жолға бір рет береді; шаралар бойынша қоспаңыз
diag-measures-no-currency = { $passage }: валютасы жоқ сома: { $found }
diag-measures-no-currency-hint = сома валютасыз берілді; валютаны баған тақырыбында көрсетіңіз немесе ұсынысты түзетіңіз
diag-measures-bad-decision = шешім емес: { $found }
diag-measures-bad-decision-hint = accept, reject немесе edit деп жазыңыз не ұяшықты бос қалдырыңыз
diag-measures-no-column = кестеде `{ $field }` бағаны жоқ
diag-measures-no-column-hint = ұсыныстарды `daryn measures review --output` арқылы жазып, сол кестені толтырыңыз
diag-measures-no-table = зерттеуде шаралар кестесі жоқ
diag-measures-no-table-hint = study.toml файлының [files] бөліміне `measures = "measures.csv"` жолын және тақырыбы бар файлдың өзін қосыңыз
diag-measures-no-document = зерттеуде жоқ құжаттың шаралары қабылданған: { $found }
diag-measures-no-document-hint = құжаттар кестесіне осы мәтін туралы жол қосыңыз; ұсыныс сақталады
diag-measures-not-compared = { $found } құжатының шаралары нөмірсіз немесе нөмірі қайталанатын жерлерде бірнеше тілде қабылданған; олар салыстырылмады, әрқайсысының өз жолы бар
diag-measures-not-compared-hint = оларды салыстырыңыз; екі жол бір шара болса, бірін жойып, ұсынысын қабылдамаңыз
diag-measures-other-words = { $found } жеке шара ретінде қосылды: құжаттың осы жерінде тұрған { $other } шарасының сөздері басқа
diag-measures-other-words-hint = мәтін өзгерген немесе жолдың сөздерін біреу қайта жазған; бір шара болса, бір жолды жойып, оның ұсынысын қабылдамаңыз
diag-measures-perhaps-twice = { $found } құжаттың басқа тілдегі мәтінінде қабылданған { $other } шарасымен бірдей болуы мүмкін; әрқайсысының өз жолы бар
diag-measures-perhaps-twice-hint = оларды салыстырыңыз; бір шара болса, бір жолды жойып, оның ұсынысын қабылдамаңыз
diag-measures-not-there = үзіндіде мұндай сөздер жоқ немесе бұл `{ $part }` мәні емес: { $found }
diag-measures-not-there-hint = сөздерді мәтіннен көшіріп алыңыз; күн 2030-12-31 түрінде жазылады; кестеден ештеңе алынбады
diag-measures-sheet-no-manifest = кітапта қандай шаралар бар екені айтылмаған: `_measures` жасырын парағы жоқ
diag-measures-sheet-no-manifest-hint = оны `daryn measures review --to` командасымен қайта жазып, шешімдерді соған көшіріңіз
diag-measures-sheet-no-heads = бірде-бір парақта шараларды тексеру бағандары жоқ
diag-measures-sheet-no-heads-hint = нөмір мен шешім тақырыптарын бұрынғы қалпында алғашқы 50 жолдың біріне қайтарыңыз
diag-measures-sheet-unknown-row = «{ $sheet }» парағы, { $cell } ұяшығы: кітапта мұндай нөмірлі шара жоқ: { $found }
diag-measures-sheet-unknown-row-hint = жол ескерілмеді; шешімді тиісті шараның жолына көшіріңіз
diag-measures-sheet-row-twice = «{ $sheet }» парағында { $number }-шара дәл сол сөздермен екі рет тұр (алғаш { $first }-жолда)
diag-measures-sheet-row-twice-hint = ол бір рет ескерілді
diag-measures-sheet-rows-differ = «{ $sheet }» парағында { $number }-шара екі рет тұр (алғаш { $first }-жолда) және жолдарда әртүрлі айтылған
diag-measures-sheet-rows-differ-hint = екі жолдың бірде-бірі ескерілмеді; біреуін қалдырып, файлды қайта оқытыңыз
diag-measures-sheet-row-gone = жолдары жойылған шаралар: { $n }
diag-measures-sheet-row-gone-hint = олар бұрынғыдай қалады; шешілмегені шешілмеген күйінде қалады
diag-measures-sheet-edited = «{ $sheet }» парағы, { $cell } ұяшығы: { $number }-шараның қорғалған ұяшығы өзгертілген
diag-measures-sheet-edited-hint = бұл өзгеріс ескерілмеді, жолдың қалғаны ескерілді; жол әлі де осы шара туралы ма, тексеріңіз
diag-measures-sheet-bad-decision = «{ $sheet }» парағы, { $cell } ұяшығы: тізімде мұндай шешім жоқ: { $found }
diag-measures-sheet-bad-decision-hint = ұяшықтағы тізімнен шешім таңдаңыз; жолдан тек жазба алынды
diag-measures-sheet-not-there = «{ $sheet }» парағы, { $cell } ұяшығы: үзіндіде мұндай сөздер жоқ: { $found }
diag-measures-sheet-not-there-hint = жол бойынша шешім қабылданбады; `{ $part }` сөздерін мәтіннен көшіріп алыңыз немесе ол көрсетілмесе, ұяшықты босатыңыз
diag-measures-sheet-bad-value = «{ $sheet }» парағы, { $cell } ұяшығы: бұл `{ $part }` мәні емес: { $found }
diag-measures-sheet-bad-value-hint = жол бойынша шешім қабылданбады; күн 2030-12-31 түрінде, жыл төрт цифрмен, сан цифрлармен, шара түрі тізімдегідей жазылады
diag-measures-sheet-nothing-changed = «{ $sheet }» парағы, { $cell } ұяшығы: { $number }-шара өзгертілді деп белгіленген, бірақ бірде-бір бөлігі өзгермеген
diag-measures-sheet-nothing-changed-hint = жол бойынша шешім қабылданбады; бөлікті өзгертіңіз немесе шараны қабылдаңыз
diag-measures-sheet-undecided = «{ $sheet }» парағы, { $cell } ұяшығы: { $number }-шараның бөліктері өзгертілген, бірақ шешім жоқ
diag-measures-sheet-undecided-hint = өзгертілген бөліктер ескерілмеді; шешім бағанында «өзгерту» дегенді таңдаңыз
diag-measures-sheet-conflict = «{ $sheet }» парағы, { $cell } ұяшығы: осы аралықта { $number }-шара бойынша басқа шешім қабылданған: { $found }
diag-measures-sheet-conflict-hint = зерттеудегі шешім қалады; оны өзгерту үшін келісіп алып, кітапты қайта жазыңыз
diag-read-charset = кейбір байттар { $charset } кодтамасының әріптері емес, олар ауыстырылды
diag-read-charset-hint = файлды UTF-8 кодтамасында сақтаңыз
diag-read-too-many-parts = файлда оның көлеміне шаққанда бөлік тым көп: оны оқу тым көп жад алар еді
diag-read-too-many-parts-hint = құжатты бөліңіз немесе тек мәтінін сақтаңыз
diag-read-too-deep = беттің қабаттары тым көп, оны оқу мүмкін емес
diag-read-too-deep-hint = бетті мәтін ретінде сақтаңыз
diag-read-more-pages = құжатта бірнеше бет бар, барлығы { $n }; бұл — соның бірі
diag-read-more-pages-hint = барлық бетті `daryn fetch` пәрменімен алыңыз
diag-read-left-out = мәтінге беттің барлық сөзі кірген жоқ: шамамен { $percent } %-ы беттің басы, аяғы немесе мәзір ретінде қалдырылды
diag-read-left-out-hint = мәтіннің соңын бетпен салыстырыңыз; сөздер жетпесе, бет мәтінін DOCX не TXT файлына көшіріп, соны оқыңыз
diag-read-pdf-password = PDF құпиясөзбен жабылған
diag-read-pdf-password-hint = оны құпиясөзбен ашып, құпиясөзсіз сақтаңыз да, жаңа файлды оқытыңыз: `qpdf --password=... --decrypt FILE.pdf NEW.pdf`
diag-read-encryption = PDF қолдау көрсетілмейтін тәсілмен шифрланған
diag-read-encryption-hint = оны қарау бағдарламасында ашып, жаңа PDF-ке басып шығарыңыз да, сол файлды оқытыңыз
diag-read-pdf-broken = PDF бүлінген, оны оқу мүмкін болмады
diag-read-pdf-broken-hint = файлды қайта алыңыз; басқа бағдарламалар оны ашса, сол жерден қайта сақтаңыз немесе `qpdf FILE.pdf NEW.pdf` пәрменін қолданып көріңіз
diag-read-pdf-too-much = оқу тоқтатылды: файл ашылғанда оның көлеміне рұқсат етілгеннен әлдеқайда үлкен болады; оқылмаған беттер: { $pages }
diag-read-pdf-too-much-hint = файлды жаңа PDF-ке басып шығарыңыз немесе `qpdf` көмегімен бөліңіз де, шыққан файлды оқытыңыз
diag-read-page-broken = бүлінген мазмұн немесе қаріптер қалдырып кетілді; беттер: { $pages }
diag-read-page-broken-hint = бұл беттерді басқа бағдарламада ашыңыз; сонда көрінсе, оларды жаңа PDF-ке басып шығарыңыз
diag-read-page-without-text = оқуға болатын мәтін жоқ; беттер: { $pages }; бұл — сурет немесе әріптерінің коды жоқ
diag-read-page-without-text-hint = мәтінді танытыңыз, мысалы: `ocrmypdf -l kaz+rus FILE.pdf NEW.pdf` (әріптер бұзылған болса, `--force-ocr` қосыңыз), немесе танылған мәтінді файлдың қасына FILE.pdf.txt деген атпен қойыңыз, беттердің арасында бет ауыстыру таңбасы (form feed) болсын
diag-read-ocr-used = мәтін файлдың қасындағы танылған мәтіннен алынды; беттер: { $pages }
diag-read-ocr-used-hint = бұл беттерден алынған дәйексөздерді суретпен салыстырыңыз: танылған мәтінде қате кездеседі
diag-read-repaired = { $n } жерде әріптер түзетілді: басқа жазудың ұқсас әріптері — { $homoglyphs }, қазақ әріптерінің орнындағы әріптер — { $substitutes }, қате кодтамадағы сөздер — { $mojibake }
diag-read-repaired-hint = `--format json` әрбір жердің бастапқы жазылуын көрсетеді (`repairs`)
diag-read-anchor = бұл жол мәтіндегі орынды көрсетпейді
diag-read-anchor-hint = әр жол — `quote` (не `match`) өрісі және оның алдында және артында тұрған сөздері бар объект; `daryn search --format json` оны осылай басып шығарады
diag-read-kazakh-script = { $script ->
    [Latn] латын
   *[other] араб
} әріптерімен жазылған қазақша үзінділер саны: { $n }; олардың тілі `other` деп белгіленеді
diag-read-kazakh-script-hint = кирилл жазуындағы редакцияны алыңыз немесе мәтінді кирилге көшіріңіз: қазақ сөздері тек кирилл жазуында танылады

## Зерттеудегі құжат мәтіндері
diag-text-not-whole = { $document } құжатының бұл мәтіні толық оқылмады, сондықтан ол ештеңе көрсетпейді
diag-text-not-whole-hint = осы файл туралы басқа хабарларды қараңыз; толық мәтінін алып, қайта іске қосыңыз
diag-text-too-short = { $document } құжатының бұл мәтініндегі таңбалар саны: { $n }, баптар мен тармақтар жоқ; ол бүкіл құжат деп саналмайды
diag-text-too-short-hint = оның орнына толық мәтінді салыңыз
diag-text-unlike = атауы бойынша бұл — { $document }, бірақ мәтіннің басында құжаттың атауы да, нөмірі мен күні де жоқ
diag-text-unlike-hint = дұрыс мәтін екенін тексеріңіз; ол сол күйінде пайдаланылады
diag-text-of-another = атауы бойынша бұл — { $document }, ал басы { $found } құжатынікі; мәтін пайдаланылмайды
diag-text-of-another-hint = файлды ішіндегі құжат бойынша қайта атаңыз
diag-text-of-none = бұл мәтіннен зерттеудің ешбір құжаты танылмады
diag-text-of-none-hint = файлдың немесе оның қалтасының атын құжат идентификаторынан бастаңыз, мысалы `{ $nearest }.html`
diag-text-of-several = бұл мәтін бірнеше құжаттікі болуы мүмкін: { $known }
diag-text-of-several-hint = файлдың немесе оның қалтасының атын тиісті құжаттың идентификаторынан бастаңыз
diag-documents-missing = { $path } қалтасы жоқ
diag-documents-missing-hint = мәтіндер жатқан қалтаны көрсетіңіз
diag-text-stands-there = зерттеуде осы атпен { $document } құжатының басқа мәтіні бар
diag-text-stands-there-hint = `texts` қалтасындағы файлды жойып немесе атын өзгертіп, қайта қосыңыз
diag-search-no-word = `{ $query }` сұрауында бірде-бір сөз жоқ
diag-search-no-word-hint = кемінде бір сөз жазыңыз немесе белгілерді `--regex` арқылы іздеңіз
diag-search-star = `{ $query }` сұрауында `*` белгісі сөздің алдында немесе ішінде тұр, { $at }-таңба
diag-search-star-hint = `*` белгісін сөздің соңына қойыңыз немесе кез келген бір сөздің орнына жеке жазыңыз; сөз соңын `--regex` арқылы іздеуге болады
diag-search-pattern = `{ $query }` тұрақты өрнегінде { $at }-таңбадан бастап қате бар, мына жерде: `{ $here }` — { $kind ->
    [group-unclosed] дөңгелек жақша жабылмаған
    [group-unopened] ашылмаған дөңгелек жақша жабылған
    [class-unclosed] тік жақша жабылмаған
    [class-range] әріптер аралығы дұрыс емес
    [repetition-missing] мұнда қайталанатын ештеңе жоқ
    [repetition-count] қайталау саны дұрыс емес
    [escape] кері сызықпен мұндай белгі жазылмайды
    [look-around] алдын және артын қарау мүмкін емес
    [back-reference] алдыңғы топқа сілтеме жасау мүмкін емес
    [property] әріптердің мұндай тобы жоқ
    [too-deep] жақшалардың қабаты тым көп
   *[other] оны түсіну мүмкін емес
}
diag-search-pattern-hint = сол жерін түзетіңіз; өзін ғана білдіретін белгінің алдына `\` қойыңыз
diag-search-pattern-large = `{ $query }` тұрақты өрнегі тым үлкен
diag-search-pattern-large-hint = қайталау санын азайтыңыз: ол қайталанатынды еселейді
diag-search-damaged = көрсеткіш бүлінген, ол қайта құрылады
diag-search-damaged-hint = ештеңе жоғалған жоқ; бұл қайталанса, дискіні тексеріңіз

# Статистика: аумақтардың кодтары, кестелерді шығару
diag-stats-area-unknown = атауы немесе коды `{ $name }` болатын ел не аумақ белгісіз
diag-stats-area-unknown-hint = атауын түзетіңіз немесе сол күйінде қалдырыңыз: мәндер дереккөздегі атаумен сақталады
diag-stats-area-unknown-near = атауы немесе коды `{ $name }` болатын ел не аумақ белгісіз; белгілі атаулардың ең жақыны — { $nearest }
diag-stats-area-unknown-near-hint = егер { $nearest } айтылса, солай жазыңыз: daryn болжам жасамайды
diag-stats-area-several = `{ $name }` атауының немесе кодының бірнеше мағынасы бар
diag-stats-area-several-hint = айтылып отырған аумақтың ISO 3166-1 бойынша үш әріпті кодын жазыңыз
diag-stats-workbook-too-large = бір параққа 1048576 жол мен 16384 баған сыяды; кестеге қажет жолдар саны: { $rows }, тақырыпқа тағы екі жол, бағандар саны: { $columns }
diag-stats-workbook-too-large-hint = кестені CSV, Parquet немесе Arrow түрінде сақтаңыз не жолдарын азайтыңыз
diag-stats-workbook-not-written = кітапты жазу мүмкін болмады: { $problem }
diag-stats-workbook-not-written-hint = қалта мен бос орынды тексеріп, қайта жазыңыз
diag-stats-workbook-cells-cut = бір ұяшыққа { $letters } таңбадан артық сыймайды; қиылған ұяшықтар саны: { $cells }
diag-stats-workbook-cells-cut-hint = CSV, Parquet және Arrow мәтінді толық сақтайды

## Ресми статистика: SDMX-ML, орындар, кестелер
diag-stats-unreadable = файлды оқу мүмкін емес: { $reason }
diag-stats-unreadable-hint = файлдың орнында және бүтін екенін тексеріңіз; желіден жүктелген болса, қайта жүктеңіз
diag-stats-unknown = бұл ресми статистиканың белгілі пішімдерінің бірі емес
diag-stats-unknown-hint = файлды ашып қараңыз: қызмет деректердің орнына қате туралы хабар не веб-бет жіберген болуы мүмкін
diag-stats-xml-encoding = файлдың кодтамасы { $name }; тек UTF-8 оқылады
diag-stats-xml-encoding-hint = оны қайта кодтаңыз, мысалы `iconv -f { $name } -t UTF-8`, және бірінші жолындағы кодтаманы өзгертіңіз
diag-stats-xml-deep = элементтердің қабаттасуы кез келген хабардағыдан терең; оқу { $at }-байтта тоқтады
diag-stats-xml-deep-hint = файлды дереккөзден қайта алыңыз; осы жерге дейінгінің бәрі оқылды
diag-stats-xml-long = элемент, мәтін не бақылау жарияланатындардың кез келгенінен үлкен; оқу { $at }-байтта тоқтады
diag-stats-xml-long-hint = файлды дереккөзден қайта алыңыз; осы жерге дейінгінің бәрі оқылды
diag-stats-xml-cut = файл { $at }-байтта үзіледі
diag-stats-xml-cut-hint = оны қайта жүктеңіз; осы жерге дейінгінің бәрі оқылды
diag-stats-xml-broken = XML ережелері бұзылған, { $at }-байт
diag-stats-xml-broken-hint = файлды дереккөзден қайта алыңыз не осы жерін редакторда қараңыз
diag-stats-xml-end = осы жерде, { $at }-байтта, `{ $name }` элементі жабылуы керек, ал басқасы жабылады
diag-stats-xml-end-hint = файлды дереккөзден қайта алыңыз не осы жерін түзетіңіз
diag-stats-xml-bytes = UTF-8 емес байттар, { $at }-байт
diag-stats-xml-bytes-hint = файл бүлінген не басқа кодтамада сақталған; оны дереккөзден қайта алыңыз
diag-stats-xml-entity = `{ $name }` еш жерде анықталмаған нәрсені білдіреді, { $at }-байт
diag-stats-xml-entity-hint = тек `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;` және таңбалардың нөмірлері ашылады
diag-stats-xml-dtd = файлда құжат түрі жарияланған; мұндай файлдар шексіз үлкеюі мүмкін болғандықтан оқылмайды
diag-stats-xml-dtd-hint = SDMX файлында ол болмайды: бұл қате туралы бет не зиянды файл болуы мүмкін
diag-stats-xml-twice = `{ $name }` атрибуты бір элементте екі рет тұр, { $at }-байт
diag-stats-xml-twice-hint = қай мән дұрыс екені белгісіз; файлды дереккөзден қайта алыңыз
diag-stats-xml-behind = хабар аяқталғаннан кейін тағы бірдеңе тұр, ол оқылмады
diag-stats-xml-behind-hint = екі файл біріктірілген болуы мүмкін: оларды бөліп, әрқайсысын оқыңыз
diag-stats-sdmx-unknown = бірінші элемент — `{ $name }`; бұл SDMX-ML 2.1 не 3.0 хабарларының оқылатын түрі емес
diag-stats-sdmx-unknown-hint = қызметтен SDMX-ML 2.1 сұраңыз, мысалы `Accept: application/vnd.sdmx.structurespecificdata+xml;version=2.1` тақырыбымен
diag-stats-sdmx-error = қызмет қатемен жауап берді{ $number ->
    [none] {""}
   *[other] { " " }{ $number }
}: { $text }
diag-stats-sdmx-error-hint = сұрауды жауапта айтылғандай өзгертіңіз; 100 ештеңе табылмағанын білдіреді
diag-stats-sdmx-footer = қызметтің ескертпесі{ $number ->
    [none] {""}
   *[other] { " " }{ $number }
}: { $text }
diag-stats-sdmx-footer-hint = 413 деректер көрсетілген мекенжайдағы файлда болатынын білдіреді: оны кейін жүктеңіз
diag-stats-sdmx-structure-ref = деректер жинағы `{ $name }` құрылымына сілтейді, ал хабардың басында ол жоқ
diag-stats-sdmx-structure-ref-hint = хабар басындағы құрылым біреу болса, сол қолданылды; атауларды дереккөзбен салыстырыңыз
diag-stats-sdmx-other-structure = деректер { $named } бойынша құрылған, ал берілген құрылым — { $used }
diag-stats-sdmx-other-structure-hint = берілген құрылым қолданылды; ол дұрыс болмаса, { $named } құрылымын беріңіз
diag-stats-sdmx-group-late = топ туралы мәлімет бақылаулардан кейін тұр; одан бұрынғы бақылауларға ол берілмеді
diag-stats-sdmx-group-late-hint = SDMX файлында топтар бірінші тұрады; дереккөзге хабарласыңыз не оларды қатарлардың алдына қойыңыз
diag-stats-sdmx-groups = топтар не олардың түрлері деректер жинағында болатыннан көп
diag-stats-sdmx-groups-hint = дереккөзден деректердің бір бөлігін сұраңыз
diag-stats-sdmx-components = құрамдастар кез келген құрылымдағыдан көп; оқу { $at }-байтта тоқтады
diag-stats-sdmx-components-hint = файл зиянды болуы мүмкін; оны дереккөзден қайта алыңыз
diag-stats-sdmx-series-empty = бірде-бір бақылауы жоқ қатарлар: { $n }; олар кестеге жол бермейді
diag-stats-sdmx-series-empty-hint = жауапта тек кілттер болуы мүмкін (`detail=serieskeysonly`): деректерді сұраңыз
diag-stats-cite-other-file = { $id } басқа файлға не оның басқа шығарылымына жатады: бұл файл { $found } деп басталады
diag-stats-cite-other-file-hint = дәйексөз алынған файлды табыңыз: оның SHA-256 мәні қос нүктеге дейінгі таңбалардан басталады
diag-stats-cite-outside = файлда { $id } орны жоқ
diag-stats-cite-outside-hint = оны `daryn stats read` шығарған кестенің соңғы бағанымен салыстырыңыз
diag-stats-csv-columns = кестеде { $n } баған болар еді, бұл қолдануға болатыннан көп
diag-stats-csv-columns-hint = файл көрінгендей болмауы мүмкін; оны қарап шығыңыз

# CSV мен JSON түріндегі статистика: SDMX-CSV, SDMX-JSON және жеке қызметтердің форматтары.
diag-stats-stream = файл соңына дейін оқылмайды: { $reason }
diag-stats-stream-hint = дискіні тексеріңіз немесе файлды қайта жүктеп алыңыз
diag-stats-json-broken = { $at }-байт: { $what ->
    [cut] файл JSON ортасында үзіледі
    [deep] объектілер мен тізімдердің қабаты тым көп
    [long] мәтін немесе тізім ресми статистикада болмайтындай ұзын
   *[mark] мұнда JSON-да рұқсат етілмеген таңба тұр
}
diag-stats-json-broken-hint = файлды қайта жүктеп алыңыз; сол күйінде болса, жариялаушыға хабарлаңыз
diag-stats-json-twice = `{ $name }` атауы бір объектіде екі рет кездеседі; бұлар бақылау мәндері болса, екеуі де сақталды, әйтпесе қайсысы дұрыс екені белгісіз
diag-stats-json-twice-hint = жариялаушының бетімен салыстырып, оған хабарлаңыз
diag-stats-markup = жауап JSON емес, бет (XML немесе HTML)
diag-stats-markup-hint = оны браузерде ашыңыз: қызметтің неге жауап бермегені әдетте сонда айтылады; содан кейін қайталап көріңіз
diag-stats-not-utf8 = { $at }-байт: бұл UTF-8 емес
diag-stats-not-utf8-hint = файлды UTF-8 түрінде сақтаңыз
diag-stats-record-long = { $at }-байттан басталатын жазба статистикада болмайтындай ұзын; тырнақша жабылмаған болуы мүмкін
diag-stats-record-long-hint = осы жердің алдындағы тырнақшаларды тексеріңіз
diag-stats-shape = бұл { $format } емес: `{ $missing }` жоқ
diag-stats-shape-hint = файлдың толық сақталғанын және дәл сұралғаны екенін тексеріңіз
diag-stats-unpacks = файл { $limit } МБ-тан артық болып ашылады, одан әрі оқылмады
diag-stats-unpacks-hint = мұндай көлемдегі кестеде мұнша дерек болмайды; оны көзінен қайта алыңыз
diag-stats-archive = мұрағат бүлінген немесе құпиясөзбен қорғалған: { $reason }
diag-stats-archive-hint = оны қайта жүктеп алыңыз немесе ашып, ішіндегі кестелерді беріңіз
diag-stats-more = `{ $code }` түріндегі көрсетілмеген ескертулер саны: { $count }
diag-stats-more-hint = не туралы екені жоғарыда көрсетілгендерінен көрінеді
diag-stats-table-empty = кесте бос: баған атаулары тұратын жол да жоқ
diag-stats-table-empty-hint = файлдың толық сақталғанын тексеріңіз
diag-stats-table-ragged = жазбадағы өріс саны: { $found }, кестедегі баған саны: { $expected }; жазба оқылмады
diag-stats-table-ragged-hint = артық не түсіп қалған бөлгішті немесе тырнақшаны іздеңіз
diag-stats-table-bytes = жазбада UTF-8 емес байттар бар; олар � түрінде көрсетілді
diag-stats-table-bytes-hint = файлды UTF-8 түрінде сақтаңыз
diag-stats-padded = файлдың соңында NUL таңбалары тұр; алғашқысынан кейінгісі оқылмады
diag-stats-padded-hint = қызмет файлдарын осылай толтыратын болса, ештеңе істеудің қажеті жоқ; әйтпесе файлды қайта жүктеп алыңыз
diag-stats-column-twice = `{ $name }` бағаны екі рет кездеседі; екеуінің де мәндері сақталды
diag-stats-column-twice-hint = біреуінің атауын өзгертіңіз немесе біреуін алып тастаңыз
diag-stats-action = `{ $found }` — SDMX әрекеті емес; жол ақпарат ретінде қабылданды
diag-stats-action-hint = Information, Append, Merge, Replace, Delete және олардың бас әріптері жарамды
diag-stats-extra-column = daryn қызметтік бағанының бұл ұяшығын түсіну мүмкін емес: { $found }
diag-stats-extra-column-hint = файлды daryn арқылы қайта жазыңыз; атауы DARYN_ деп басталатын бағандарды түзетпеңіз
diag-stats-sdmx-json-index = `{ $component }` құрамында { $index } нөмірлі мән жоқ; нөмірдің өзі сақталды
diag-stats-sdmx-json-index-hint = файлдағы құрылым оның деректеріне сай емес; жариялаушыға хабарлаңыз
diag-stats-service-error = { $service } қате туралы жауап берді: { $text }
diag-stats-service-error-hint = сұрауды мәтінде айтылғандай түзетіңіз немесе кейінірек қайталаңыз
diag-stats-service-remark = UIS ескертуі ({ $code }): { $text }
diag-stats-service-remark-hint = айтылған нәрсе табылмады, ол жауапта жоқ
diag-stats-service-empty = жауапта дерек жоқ
diag-stats-service-empty-hint = деректің болмауы мен қате код мұнда бірдей көрінеді: сұралған кодтарды тексеріңіз
diag-stats-no-rows = файлда бақылаулар жоқ
diag-stats-no-rows-hint = тек жарияланған кесте мен қате коды бар сұрау бірдей көрінеді: не сұралғанын тексеріңіз
diag-stats-only-names = файлда кодтардың атаулары ғана бар, бақылаулар жоқ
diag-stats-only-names-hint = деректердің өзін де жүктеп алыңыз: бұл атаулар соларға қатысты
diag-stats-service-part = бұл — жауаптың бір бөлігі ғана: { $all } ішінен { $part }
diag-stats-service-part-hint = қалған беттерді де алыңыз немесе бір бетке көбірек сұраңыз
diag-stats-lists-unequal = қатардағы мән саны: { $found }, кезең саны: { $expected }; тек жұптары оқылды
diag-stats-lists-unequal-hint = файлды қайта жүктеп алыңыз; сол күйінде болса, жариялаушыға хабарлаңыз
diag-stats-place-beyond = мән кестеде жоқ { $place } орнында тұр; ол оқылмады
diag-stats-place-beyond-hint = өлшемдердің көлемі мәндерге сай емес; жариялаушыға хабарлаңыз
diag-stats-package-path = `{ $path }` жолы дестенің қалтасынан тыс жерге апарады, ол бойынша ештеңе оқылмады
diag-stats-package-path-hint = кестені дестенің қалтасына салып, сол қалтадағы жолын көрсетіңіз
diag-stats-package-other = `{ $path }` — мәндері бөлгішпен жазылған кесте емес, ол оқылмады
diag-stats-package-other-hint = деректерді CSV түрінде беріңіз
diag-stats-package-missing = дестеде аталған `{ $path }` кестесі жоқ
diag-stats-package-missing-hint = оны datapackage.json жанына жолда көрсетілгендей етіп салыңыз
diag-stats-package-hash = `{ $path }` кестесі дестеде бақылау сомасы көрсетілген кесте емес
diag-stats-package-hash-hint = дестені көзінен қайта алыңыз

## Жұмыс кітаптары, CSV файлдары және сипаттамасы бар кестелер; Open SDG
diag-stats-sheet-unreadable = файлды оқу мүмкін болмады: { $reason }
diag-stats-sheet-unreadable-hint = жолын және қолжетімділік құқықтарын тексеріңіз
diag-stats-sheet-damaged = жұмыс кітабы бүлінген, бұл оның `{ $part }` бөлігінен көрінеді; бүлінген жерге дейінгі бақылау мәндері оқылды
diag-stats-sheet-damaged-hint = файлды қайта алыңыз немесе кесте редакторында ашып, XLSX түрінде сақтаңыз
diag-stats-sheet-too-much = оқу тоқтатылды: файлдың бір бөлігі ашылғанда немесе оның бір элементі { $limit } МБ-тан асады
diag-stats-sheet-too-much-hint = файл түпнұсқа болса, керек парақты жеке кітап етіп сақтаңыз
diag-stats-sheet-locked = жұмыс кітабы құпиясөзбен қорғалған немесе Excel 97–2003 пішімінде жазылған
diag-stats-sheet-locked-hint = оны кесте редакторында ашып, құпиясөзсіз XLSX түрінде сақтаңыз
diag-stats-sheet-too-deep = элементтердің қабаттасуы жұмыс кітаптарында болатыннан терең; оқу тоқтатылды
diag-stats-sheet-too-deep-hint = файлды кесте редакторында ашып, XLSX түрінде сақтаңыз
diag-stats-sheet-hidden = `{ $sheet }` парағы жасырын; ол оқылды
diag-stats-sheet-hidden-hint = деректері жариялауға арналған ба, қараңыз; олай болмаса, кестені сипаттамадан алып тастаңыз
diag-stats-sheet-hidden-cells = `{ $table }` кестесі: жасырын жолдарда не бағандарда тұрған мәндер саны — { $n }, біріншісі { $cell } ұяшығында; олар оқылды
diag-stats-sheet-hidden-cells-hint = олар жариялауға арналған ба, қараңыз; сипаттамадағы `skip` оларды шығарып тастайды
diag-stats-sheet-no-value = `{ $table }` кестесі: файлда мәні жоқ формулалар саны — { $n }, біріншісі { $cell } ұяшығында; олар бақылау мәнін бермейді
diag-stats-sheet-no-value-hint = кітапты кесте редакторында ашып, қайта есептетіп, сақтаңыз
diag-stats-sheet-error-values = `{ $table }` кестесі: { $text } сияқты қатесі бар ұяшықтар саны — { $n }, біріншісі — { $cell }; олар мәліметі жоқ деп есептеледі
diag-stats-sheet-error-values-hint = жариялаушыдан түзетілген файлды сұраңыз
diag-stats-mapping-toml = бұл TOML емес: { $reason }
diag-stats-mapping-toml-hint = жолды түзетіңіз; мәтіндер тырнақшаға алынады
diag-stats-mapping-key = кестелер сипаттамасының бұл жерінде `{ $key }` кілті болмайды
diag-stats-mapping-key-hint = мұнда болуы мүмкін: { $known }
diag-stats-mapping-value = `{ $key }` кілтінің мұндай мәні бола алмайды
diag-stats-mapping-value-hint = күтілетіні: { $expected }
diag-stats-mapping-lacks = `{ $key }` кілті жетіспейді
diag-stats-mapping-lacks-hint = оны қосыңыз; барлық кілттер docs/statistics-mapping.md файлында сипатталған
diag-stats-mapping-no-sheet = `{ $table }` кестесіне керек `{ $sheet }` парағы жоқ
diag-stats-mapping-no-sheet-hint = бұл файлдың парақтары: { $sheets }
diag-stats-mapping-no-begin = `{ $table }` кестесі: `{ $sheet }` парағында кесте басталатын `{ $text }` мәтіні бар ұяшық жоқ
diag-stats-mapping-no-begin-hint = сөздерді файлмен салыстырыңыз; `begins` пен `contains` олардың бір бөлігін ғана талап етеді
diag-stats-mapping-no-end = `{ $table }` кестесі: `{ $sheet }` парағында басынан төмен `{ $text }` мәтіні бар ұяшық жоқ; кесте парақтың соңына дейін оқылды
diag-stats-mapping-no-end-hint = сөздерді файлмен салыстырып, ескертпелер дерек ретінде оқылып кетпегенін қараңыз
diag-stats-mapping-no-column = `{ $table }` кестесі: `{ $sheet }` парағында кесте басталатын жолда { $columns } тақырыбы бар баған жоқ
diag-stats-mapping-no-column-hint = тақырыптарды файлмен салыстырыңыз немесе бағандарды әріппен атаңыз
diag-stats-mapping-no-head = `{ $table }` кестесі: талап етілген тақырыбы жоқ жолдар не мәндер саны — { $n }, біріншісі { $cell } ұяшығында: { $text }; олар оқылмады
diag-stats-mapping-no-head-hint = тақырыпты бос ұяшықтарға созыңыз (`fill`), міндетті емес деп белгілеңіз (`optional`) немесе жолды не бағанды шығарып тастаңыз (`skip`)
diag-stats-mapping-ambiguous = `{ $table }` кестесі: екі санның бірі болуы мүмкін мәндер саны — { $n }, біріншісі { $cell } ұяшығында: { $text }
diag-stats-mapping-ambiguous-hint = сипаттамада `decimal_mark = ","` немесе `decimal_mark = "."` деп көрсетіңіз
diag-stats-mapping-text-values = `{ $table }` кестесі: сан да, белгілі таңба да емес мәндер саны — { $n }, біріншісі { $cell } ұяшығында: { $text }; олар мәтін күйінде сақталды
diag-stats-mapping-text-values-hint = таңбаларды `missing` немесе `flags` ішінде атаңыз не кестені ертерек аяқтаңыз
diag-stats-mapping-merged-values = `{ $table }` кестесі: біріктірілген ұяшықтардағы мәндер саны — { $n }, біріншісі { $cell } ұяшығында; әрқайсысы бірінші жол мен баған үшін бір рет оқылды
diag-stats-mapping-merged-values-hint = ол біріктірілгеннің бәріне қатысты ма, қараңыз
diag-stats-mapping-nothing = `{ $table }` кестесі: `{ $sheet }` парағында бірде-бір бақылау мәні табылмады
diag-stats-mapping-nothing-hint = кестенің қай жерде басталып, қай жерде аяқталатынын және тақырыптар қай жолдар мен бағандарда тұрғанын тексеріңіз
diag-stats-mapping-no-fixed = `{ $sheet }` парағында `{ $component }` мәнін беретін ұяшық жоқ; бақылау мәндері онсыз оқылды
diag-stats-mapping-no-fixed-hint = сөздер мен үлгіні файлмен салыстырыңыз немесе мәнін беріңіз
diag-stats-mapping-no-code = сипаттамада `{ $text }` үшін `{ $component }` коды жоқ; мәтіннің өзі пайдаланылады
diag-stats-mapping-no-code-hint = `[table.codes.{ $component }]` бөліміне жол қосыңыз
diag-stats-desa-sheet = `{ $sheet }` парағының тақырыптары мигранттар саны кестелеріндегідей емес; ол оқылмады
diag-stats-desa-sheet-hint = керек болса, оны кестелер сипаттамасымен оқыңыз
diag-stats-desa-no-table = ешбір парақта халықаралық мигранттар саны кестесі жоқ
diag-stats-desa-no-table-hint = БҰҰ Халық бөлімінің 2019, 2020 немесе 2024 жылғы кітабын алыңыз немесе мұны кестелер сипаттамасымен оқыңыз
diag-stats-separated-empty = файл бос
diag-stats-separated-empty-hint = оны қайта алыңыз
diag-stats-separated-fields = жазбадағы өрістер саны — { $found }, ал бірінші жолда { $expected } баған аталған; жазба оқылмады
diag-stats-separated-fields-hint = жазбаны түзетіңіз (мысалы, артық бөлгіш не жетпей тұрған тырнақша): қай бағанда не тұрғаны белгісіз
diag-stats-separated-letters = кейбір байттар { $charset } әріптері емес; олар � түрінде көрсетілді
diag-stats-separated-letters-hint = кодтауын анықтап, файлды UTF-8 түрінде сақтаңыз
diag-stats-open-sdg-no-data = қалтада `data/*.csv` жоқ
diag-stats-open-sdg-no-data-hint = `data`, `meta` және `translations` жатқан қалтаны көрсетіңіз
diag-stats-open-sdg-beside = бұл жұмыс кітабы деректер арасында жатыр, бірақ платформа тек CSV файлдарынан құрылады; ол оқылмады
diag-stats-open-sdg-beside-hint = сол көрсеткіштің CSV файлы болса, онымен салыстырыңыз
diag-stats-open-sdg-words = бұл YAML оқылмайды: { $reason }; оның сөздері жоқ
diag-stats-open-sdg-words-hint = жолды түзетіңіз
diag-stats-open-sdg-no-columns = бірінші жолда `Year` және `Value` бағандары аталмаған; файл оқылмады
diag-stats-open-sdg-no-columns-hint = тақырып жолын Open SDG талап еткендей жазыңыз
diag-stats-open-sdg-fields = жазбадағы өрістер саны — { $found }, тақырыпта — { $expected }; мәні басқа бағанның астында тұруы мүмкін болғандықтан, ол оқылмады
diag-stats-open-sdg-fields-hint = дереккөздегі жазбаны түзетіп, жариялаушыға хабарлаңыз
diag-stats-open-sdg-no-value = мәні жоқ жазбалар саны — { $n }; олар бақылау мәнін бермейді
diag-stats-open-sdg-no-value-hint = ештеңе істеудің қажеті жоқ: олар жарияланған, бірақ толтырылмаған
diag-stats-open-sdg-no-label = ешбір тілде атауы жоқ кодтар саны — { $n }, мысалы `{ $code }`
diag-stats-open-sdg-no-label-hint = оларды `translations` қалтасындағы файлдарға қосыңыз

# `daryn stats` командасы.
diag-stats-other-workbook = { $format } пішіміндегі жұмыс кітабы оқылмайды
diag-stats-other-workbook-hint = оны XLSX түрінде сақтаңыз немесе `soffice --headless --convert-to xlsx FILE` командасын орындаңыз; бақылаулардың орны жаңа файл бойынша көрсетіледі
diag-stats-unpack = бұл – бір-бірлеп оқылатын файлдары бар мұрағат, олардың бірі: `{ $entry }`
diag-stats-unpack-hint = мұрағатты ашып, қажетті файлдарды көрсетіңіз
diag-stats-sdmx-group-idle = бірде-бір бақылау жатпайтын топтар саны — { $n }; құрылымсыз олардың қай атрибуттары кілт екені белгісіз
diag-stats-sdmx-group-idle-hint = құрылымды `--structure` арқылы беріңіз: сонда топтар туралы мәлімет өз жолдарында тұрады
diag-stats-separated-quote = осы жолда ашылған тырнақша файлдың соңына дейін жабылмаған; осы жазбадан бастап ештеңе оқылмады
diag-stats-separated-quote-hint = оны жабыңыз немесе мәтіннің бөлігі болса, қосарлаңыз; файлдың толық сақталғанын тексеріңіз
diag-stats-separated-above = баған атауларынан ({ $head }-жол) жоғары тұрған жолдар саны — { $n }, біріншісі: { $text }; бұл — тақырып не ескертпе, олар оқылмады
diag-stats-separated-above-hint = баған атаулары дұрыс анықталса, ештеңе істеудің қажеті жоқ
diag-stats-separated-head-only = файлда баған атаулары ({ $columns }) ғана бар, жазба жоқ
diag-stats-separated-head-only-hint = файлдың толық сақталғанын және сұрау бойынша бірдеңе табылғанын тексеріңіз
diag-stats-separated-twice = екі баған `{ $name }` деп аталған; екіншісі `{ $other }` деп шығарылды
diag-stats-separated-twice-hint = екеуінің бірін қайта атаңыз немесе алып тастаңыз
diag-stats-several-measures = мән болуы мүмкін екі баған бар: `{ $used }`, `{ $other }`; біріншісі алынды, екіншісі жай баған болып қалды
diag-stats-several-measures-hint = мән емес бағанды қайта атаңыз немесе дұрысын сипаттамада (`--mapping`) көрсетіңіз
diag-stats-several-periods = уақыт болуы мүмкін екі баған бар: `{ $used }`, `{ $other }`; біріншісі алынды, екіншісі жай баған болып қалды
diag-stats-several-periods-hint = уақыт емес бағанды қайта атаңыз немесе дұрысын сипаттамада (`--mapping`) көрсетіңіз
diag-stats-no-measure = бағандардың ешқайсысы мән деп танылмады: { $columns }; OBS_VALUE бос
diag-stats-no-measure-hint = оны `OBS_VALUE` не `value` деп атаңыз немесе сипаттамада көрсетіңіз (docs/statistics-mapping.md)
diag-stats-remarks-aside = { $entry } көрсеткіштерді, аумақтарды не мәндерді түсіндіреді, бақылаулары жоқ; оқылмаған жазбалар саны — { $n }
diag-stats-remarks-aside-hint = кестені түсіндіру қажет болса, осы файлды қараңыз
diag-stats-values-short = тізімдегі мәндер саны — { $found }, ал өлшемдердің мөлшері бойынша { $expected } болуы керек; соңғылары жетіспейді
diag-stats-values-short-hint = файлды қайта жүктеңіз; өзгермесе, жариялаушыға хабарлаңыз
diag-stats-package-encoding = дестеде `{ $name }` кодтамасы көрсетілген, ол оқылмайды; кестесі өткізіп жіберілді
diag-stats-package-encoding-hint = кестені UTF-8 түрінде сақтап, datapackage.json ішінде осы кодтаманы көрсетіңіз
diag-stats-period-academic = уақыт мәндерінің бәрі `{ $example }` түрінде: бұл оқу жылдары болуы мүмкін, бірақ SDMX бойынша `2010-11` — 2010 жылғы қараша, олар солай оқылады
diag-stats-period-academic-hint = бұл оқу жылдары болса, зерттеудің үзіндісінде `academic = true` деп көрсетіңіз немесе `2010/2011` түрінде жазыңыз
diag-stats-beside-exists = скрипттің деректері { $path } файлының орнына жазылар еді, ал ол файл бұл скрипт үшін жасалмаған; ештеңе жазылмады
diag-stats-beside-exists-hint = `--output` параметрінде басқа атау таңдаңыз немесе ол файлды басқа жерге көшіріңіз
diag-stats-catalogue = бұл – ILOSTAT кестелерінің тізімі: онда бақылаулар жоқ
diag-stats-catalogue-hint = кестені `id` бойынша таңдап, оны ILOSTAT қорынан жүктеп алыңыз
diag-stats-sdmx-csv-codes = SDMX-CSV пішімінде кодтарға орын жоқ, ал хабарда кодтардан басқа ештеңе жоқ
diag-stats-sdmx-csv-codes-hint = оларды `--format csv` арқылы жазыңыз
diag-stats-needs-mapping = бұл адамдарға арналған кесте: не қайда тұрғанын файлдың өзінен білу мүмкін емес
diag-stats-needs-mapping-hint = кестені бөлек файлда сипаттап, оны `--mapping` арқылы беріңіз; қалай жасау керегі docs/statistics-mapping.md құжатында көрсетілген
diag-stats-folder = бумада `datapackage.json` та, Open SDG қоймасы да жоқ
diag-stats-folder-hint = файлды не `data`, `meta` және `translations` жатқан буманы көрсетіңіз
diag-indicators-twice = `{ $indicator }` екінші рет тұр
diag-indicators-twice-hint = біреуін қалдырыңыз; біріншісі { $first }-жолда
diag-indicators-bad-unit = `{ $unit }` бірлігі `{ $found }` деп берілген, оны оқу мүмкін емес
diag-indicators-bad-unit-hint = негізгі бірліктерді `*` және `/` арқылы жазыңыз: `person`, `USD/person`, үлес үшін `1`
diag-indicators-unknown-name = `{ $kind }` түріндегі `{ $found }` жазбасы жоқ
diag-indicators-unknown-name-hint = қосыңыз немесе атауын түзетіңіз{ $nearest ->
    [none] {""}
   *[other] ; белгілілердің ең жақыны — { $nearest }
}
diag-indicators-formula = `{ $indicator }` формуласын { $at }-таңбада оқу мүмкін емес: `{ $formula }` (кездескені: `{ $found }`)
diag-indicators-formula-hint = көрсеткіш атауларын, сандарды, `+ - * /`, жақшаларды және `total(X)` сияқты функцияларды қолданыңыз
diag-indicators-function = `{ $indicator }` формуласында белгісіз `{ $found }` функциясы бар: `{ $formula }`
diag-indicators-function-hint = белгілі функциялар: { $known }
diag-indicators-units = `{ $indicator }` формуласында сәйкес келмейтіндер қосылған: `{ $formula }` ішінде `{ $left }` және `{ $right }`
diag-indicators-units-hint = тек бір өлшем бірлігіндегі мәндерді қосып-азайтуға болады; бірлікті бөлу мен көбейту өзгертеді
diag-indicators-units-result = `{ $indicator }` формуласы `{ $found }` береді, ал көрсеткіш бірлігі — `{ $expected }`: `{ $formula }`
diag-indicators-units-result-hint = формуланы немесе көрсеткіш бірлігін түзетіңіз; пайыз бен «миллионға шаққанда» — үлес, `1`
diag-indicators-formula-unknown = `{ $indicator }` формуласына `{ $found }` керек, мұндай көрсеткіш жоқ: `{ $formula }`
diag-indicators-formula-unknown-hint = көрсеткішті қосыңыз немесе атауын түзетіңіз{ $nearest ->
    [none] {""}
   *[other] ; белгілілердің ең жақыны — { $nearest }
}
diag-indicators-cycle = формулалар бір-біріне шеңбер бойымен сілтейді: { $way }
diag-indicators-cycle-hint = олардың бірі бақыланатын болуы немесе басқадан есептелуі керек
diag-indicators-period = `{ $found }` — кезең емес; қалдырылған жолдар: { $rows }
diag-indicators-period-hint = жылды, `2022-S1`, `2023-Q1`, `2017-M01/M09` немесе `2023/2024` түрінде жазыңыз
diag-indicators-value = `{ $found }` — сан емес; қалдырылған жолдар: { $rows }
diag-indicators-value-hint = санды нүктемен жазыңыз немесе мән болмаса, ұяшықты бос қалдырыңыз
diag-indicators-unit-unknown = `{ $found }` өлшем бірлігі белгісіз; жолдар: { $rows }
diag-indicators-unit-unknown-hint = оны `indicators.toml` файлының `[[unit]]` бөліміне қосыңыз; оған дейін мәндері салыстырылмайды әрі формулаға кірмейді
diag-indicators-unit-other = жолдардың өлшем бірлігі көрсеткішке сай емес: { $found }; жолдар: { $rows }
diag-indicators-unit-other-hint = бұл кодқа `indicators.toml` ішінде жеке көрсеткіш беріңіз немесе бірлікті түзетіңіз
diag-indicators-area = `{ $found }` деген аумақ белгісіз; ол осы атаумен қалдырылды
diag-indicators-area-hint = ел айтылса, оның ISO 3166-1 кодын жазыңыз
diag-indicators-no-area = жолдарда аумақ аталмаған; мұндай жағдай саны: { $rows }
diag-indicators-no-area-hint = `indicators.toml` ішінде бұл кімнің дерегі екенін көрсетіңіз: `[folder]`, `area = "KAZ"`
diag-indicators-folder = { $path } — бума емес
diag-indicators-folder-hint = зерттеуді немесе статистика файлдары бар буманы көрсетіңіз
diag-indicators-nothing = { $path } ішінде бақылаулары бар файл жоқ
diag-indicators-nothing-hint = бақылауда `indicator`, `ref_area`, `time_period`, `obs_value` сияқты бағандарда кезең, мән және код болады; басқаларын `indicators.toml` файлының `[[layout]]` бөлімінде сипаттаңыз
diag-indicators-no-observations = файлда бақылаулар табылмады, ол қалдырылды
diag-indicators-no-observations-hint = бұл атаулар не басқа нәрсе кестесі болса, ештеңе істеудің керегі жоқ
diag-indicators-damaged = файл бос немесе бүлінген, ол қалдырылды
diag-indicators-damaged-hint = статистиканың ешбір пішімінде мұндай байттар болмайды: файлды қайта жүктеп алыңыз немесе қайта сақтаңыз
diag-indicators-area-unknown = `{ $found }` деген аумақ белгісіз
diag-indicators-area-unknown-hint = кодын немесе атауын жазыңыз: KAZ, 398, Қазақстан{ $nearest ->
    [none] {""}
   *[other] ; белгілілердің ең жақыны — { $nearest }
}
diag-indicators-unknown = `{ $found }` деген көрсеткіш не код жоқ
diag-indicators-unknown-hint = `daryn indicators list` қараңыз{ $nearest ->
    [none] {""}
   *[other] ; белгілілердің ең жақыны — { $nearest }
}
diag-indicators-output = { $path } — бума
diag-indicators-output-hint = файл атауын көрсетіңіз
diag-stats-several-structures = құрылым туралы хабар жеке оқылады: оның кодтары өз алдына бөлек кесте құрайды
diag-stats-several-structures-hint = оны жеке оқыңыз немесе деректермен бірге `--structure` арқылы беріңіз
diag-stats-no-structure = бұл хабарда деректер құрылымы анықталмаған
diag-stats-no-structure-hint = тек сілтемесі емес, құрамдастары бар `DataStructure` тұрған хабарды көрсетіңіз
diag-stats-cite-id = бұл орынның атауы емес: { $id }
diag-stats-cite-id-hint = оны `daryn stats read` кестесінің соңғы бағанынан алыңыз, мысалы 3fb2a1c0:1234-1290
diag-stats-cite-no-bytes = { $id } — құжаттағы кестенің ұяшығы; файлда оның мәтіні болатын байттар жоқ
diag-stats-cite-no-bytes-hint = құжатты ашыңыз: @ белгісінен кейінгі әріптер мен сан — кестенің бағаны мен жолы

# Тәндік және шкалалау.
diag-keyness-no-words = сөздер жоқ: { $path }
diag-keyness-no-words-hint = салыстырудың екі жағында да сөздер болуға тиіс: мәтінді `daryn read` арқылы қараңыз
diag-keyness-no-words-of-language = бұл тілде сөздер жоқ: { $path }
diag-keyness-no-words-of-language-hint = `--language` параметрінсіз салыстырыңыз немесе тілдерді `daryn read --format json` арқылы қараңыз
diag-keyness-one-part = мәтін бір ғана бөліктен тұрады: сөздерінің `dp` мәні 0 болады және ештеңе білдірмейді
diag-keyness-one-part-hint = жай мәтіннің бөліктері — жолдар: әр абзацты жеке жолға жазыңыз
diag-keyness-languages = салыстырылатын жақтар бір тілде емес: { $target } және { $reference }; сөздер тілінің өзгешелігінен тән болып шығады
diag-keyness-languages-hint = бір тілдегі үзінділерді салыстырыңыз: `--language kk`
diag-features-form = { $path } — көрсеткіштер пакеті емес: { $reason }
diag-features-form-hint = оны қайта жасаңыз: `daryn features FILE... --out PACKAGE`
diag-features-version = { $path } пакетінің нұсқасы — { $version }, бұл бағдарлама { $own } нұсқасын біледі
diag-features-version-hint = оны осы бағдарламамен қайта жасаңыз немесе оны жасаған бағдарламаны алыңыз
diag-features-unknown = { $path } пакетінде өзінде жоқ элемент аталған: { $name }
diag-features-unknown-hint = пакет қолмен өзгертілген не бүлінген; оны қайта жасаңыз: `daryn features FILE... --out PACKAGE`
diag-features-twice = { $path }: { $name } бір рет тұруы тиіс жерде екі рет тұр
diag-features-twice-hint = пакет қолмен өзгертілген не бүлінген; оны қайта жасаңыз: `daryn features FILE... --out PACKAGE`
diag-features-left-out = { $path }: { $name } бірлігі бірде-бір жұпта жоқ, сондықтан өзгерістер санағы қате болар еді
diag-features-left-out-hint = пакет қысқартылған не бүлінген; оны қайта жасаңыз: `daryn features FILE... --out PACKAGE`
diag-features-unfit = { $path }: { $name } үзіндісі өзіне сай келмейтін жұпта тұр
diag-features-unfit-hint = сақталған, өзгертілген және орын ауыстырған бірліктер екі жақта да, қосылғандары жаңа мәтінде, алып тасталғандары ескі мәтінде тұрады, әрқайсысы өз мәтінінің бірлігі болады; пакетті қайта жасаңыз: `daryn features FILE... --out PACKAGE`
diag-features-steps = { $path }: { $name } мен одан кейінгі мәтін баптар бойынша бір рет, ең кіші үзінділер бойынша бір рет сәйкестендірілмеген
diag-features-steps-hint = пакет қысқартылған не бүлінген; оны қайта жасаңыз: `daryn features FILE... --out PACKAGE`
diag-features-reader = { $path } пакеті оқудың { $reader } нұсқасымен жасалған, бұл бағдарламада — { $own }: сол мәтін басқа үзінділерге бөлінуі мүмкін
diag-features-reader-hint = пакеттерді салыстырмас бұрын оны қайта жасаңыз: `daryn features FILE... --out PACKAGE`
diag-features-same-file = { $path } екі рет аталған: пакет кестелері мәтіндерді файлдары бойынша ажыратады
diag-features-same-file-hint = әр мәтінді бір рет көрсетіңіз; басқа қалталардағы көшірмелердің атаулары бөлек
diag-features-readings-columns = оқу кестесінде мына бағандар жоқ: { $missing }
diag-features-readings-columns-hint = sha256, start, end, reading_1 және reading_2 қажет; олардың қасында басқа бағандар да тұра алады
diag-features-readings-place = `{ $start }` мен `{ $end }` мәтіндегі орынды көрсетпейді
diag-features-readings-place-hint = таңбалар нөмірін `daryn read` санағандай көрсетіңіз: бірінші таңба және соңғысынан кейінгі таңба
diag-features-readings-code = `{ $found }` — кодтау кітабының коды емес
diag-features-readings-code-hint = { $nearest ->
    [none] кодтар нүктелі үтірмен бөлінеді; ешбірі келмесе, ұяшықты бос қалдырыңыз немесе - қойыңыз
   *[other] мүмкін, `{ $nearest }` айтылып тұр
}
diag-features-readings-twice = { $passage } үзіндісі жоғарыдағы жолдардың бірінде оқылған
diag-features-readings-twice-hint = әр үзіндіге бір жолдан қалдырыңыз
diag-features-readings-no-passage = мәтінде { $start } таңбасынан { $end } таңбасына дейінгі үзінді жоқ; жол есепке алынбады
diag-features-readings-no-passage-hint = оқудың басқа нұсқасы мәтінді басқаша бөлуі мүмкін; үзінділерді `daryn read FILE --format json` көрсетеді

diag-measures-bodies-columns = бұл органдар кестесі емес: id бағаны немесе атаулар бағаны жоқ
diag-measures-bodies-columns-hint = id және name_en, name_ru, name_kk, aliases бағандарының бірі қажет, зерттеудің bodies.csv файлындағыдай
diag-measures-languages = { $old } тілі — { $old_language }, { $new } тілі — { $new_language }: шаралар сөздері бойынша сәйкестендіріледі, сондықтан ештеңе сәйкестендірілмеді
diag-measures-languages-hint = қағидалар білетін бір тілдегі (kk, ru, en) екі мәтін беріңіз; екі тілдегі сандар мен күндерді `daryn compare` салыстырады
diag-package-missing = пакет аталған, бірақ { $found } файлы жоқ
diag-package-missing-hint = оны жасаңыз: `daryn features FILE... --out { $found }` — немесе жолды алып тастаңыз
diag-table-empty = кестеде жолдар жоқ
diag-table-empty-hint = бірінші жол бағандарды атайды, одан кейінгі әр жол — кестенің жолы
diag-scale-few = құжаттар: { $documents }; мұндай аз құжат бойынша шкаланың айтары аз. Біреуін алып тастағанда құжаттардың { $pairs } жұбының ең көбі { $turned } жұбында рет өзгереді, ал құжаттың жылжуы { $move } шамасына, яғни оның { $errors } стандартты қатесіне дейін жетеді. Орташа 95 пайыздық аралық барлық орындар ауқымының { $width } пайызын құрайды және тым тар: құжаттардың қалай таңдалғаны онда ескерілмеген
diag-scale-few-hint = `--leave-one-out` әр құжатқа не тірелетінін көрсетеді; ретке сенбес бұрын құжаттардың өзін оқыңыз
diag-scale-few-alone = құжаттар: { $documents }; мұндай аз құжат бойынша шкаланың айтары аз, әрқайсысына не тірелетінін көрсету мүмкін емес: онсыз қалғандары шкалаланбайды. Орташа 95 пайыздық аралық барлық орындар ауқымының { $width } пайызын құрайды
diag-scale-few-alone-hint = ретке сенбес бұрын құжаттардың өзін оқыңыз
diag-scale-no-words = кестеде жиіліктер жеткіліксіз: кемінде бір құжат пен кездесетін екі белгі керек
diag-scale-no-words-hint = оны `daryn count --features --by-document` арқылы алыңыз немесе `document,feature,count` түрінде жазыңыз
diag-scale-too-large = жиіліктер тым үлкен, оларды дәл қосу мүмкін емес
diag-scale-too-large-hint = кестені тексеріңіз: онда 9 квадриллионнан көп сөз бар
diag-scale-empty-document = `{ $document }` құжатында сөздер жоқ
diag-scale-empty-document-hint = оны кестеден алып тастаңыз: оның орны жоқ
diag-scale-too-few-documents = құжаттар: { $documents }; кемінде { $needed } құжат керек
diag-scale-too-few-documents-hint = екі құжаттың орны шкаланың өзінен-ақ шығар еді; құжаттар қосыңыз
diag-scale-too-few-references = белгілі орын екіден аз құжатқа берілген
diag-scale-too-few-references-hint = кемінде екеуін көрсетіңіз: `--reference left.txt=-1 right.txt=1`
diag-scale-equal-references = барлық белгілі орындар бірдей
diag-scale-equal-references-hint = айырмасы бар екені белгілі құжаттарды көрсетіңіз
diag-scale-reference = бұл орны бар құжат емес: `{ $reference }`
diag-scale-reference-hint = атауын кестедегідей, содан кейін `=` пен сан жазыңыз: `left.txt=-1`
diag-scale-reference-twice = `{ $document }` құжатының екі белгілі орны бар
diag-scale-reference-twice-hint = біреуін көрсетіңіз
diag-scale-unknown-document = кестеде `{ $document }` құжаты жоқ
diag-scale-unknown-document-hint = { $nearest ->
    [none] атауын кестеде қалай тұрса, солай жазыңыз
   *[other] мүмкін, `{ $nearest }`?
}
diag-scale-no-shared-words = `{ $document }` құжатының орны белгілі құжаттармен ортақ сөзі жоқ; оның орны жоқ
diag-scale-no-shared-words-hint = оның сол тілде екенін тексеріңіз немесе орны белгілі құжаттар қосыңыз
diag-scale-no-variation = құжаттарда сөздер бірдей үлеспен қолданылған: оларды ажырататын ештеңе жоқ
diag-scale-no-variation-hint = олардың әртүрлі құжат екенін тексеріңіз
diag-scale-direction = бұл кестенің екі құжаты емес: `{ $direction }`
diag-scale-direction-hint = екі атауды үтір арқылы жазыңыз: `--direction left.txt,right.txt`
diag-scale-no-direction = бағыт берілмеген: `{ $low }` құжатының орны `{ $high }` құжатынан кіші болады
diag-scale-no-direction-hint = шкаланың өз бағыты жоқ; оны өзіңіз білетін екі құжатпен бекітіңіз: `--direction LOW,HIGH`
diag-scale-prior = априорлық үлестірімнің стандартты ауытқуы оң сан емес
diag-scale-prior-hint = оны көрсетпеңіз, сонда ол 3-ке тең болады
diag-scale-equal-scores = құжаттар бірдей бастапқы баға алды: қайта есептейтін ештеңе жоқ
diag-scale-equal-scores-hint = `--rescale` параметрінсіз бастапқы орындарды алыңыз
diag-scale-one-document = қайта есептеу үшін орны белгісіз кемінде екі құжат керек
diag-scale-one-document-hint = `--rescale mv` немесе quanteda сияқты `--rescale lbg-all` алыңыз
diag-scale-twice = `{ $document }` құжатындағы `{ $feature }` белгісі { $first }-жолда да саналған
diag-scale-twice-hint = екі жолдың бірін қалдырыңыз
diag-scale-name-twice = `{ $name }` атауы { $first }-жолда да тұр
diag-scale-name-twice-hint = әр құжатқа және әр белгіге өз атауын беріңіз
diag-scale-no-count = жиілік жоқ
diag-scale-no-count-hint = сөз ізделіп, кездеспеген болса, 0 жазыңыз: бос ұяшық мұны білдірмейді
diag-scale-bad-count = `{ $value }` — жиілік емес
diag-scale-bad-count-hint = жиіліктер — теріс емес бүтін сандар; белгілер жолдарда тұрса, `--features-in-rows` қосыңыз
diag-scale-not-converged = іздеу максимумға жетпеді; градиенттің ең үлкен құраушысы — { $gradient }
diag-scale-not-converged-hint = тек бір құжатта кездесетін сөздерді алып тастаңыз немесе `--prior-sd` мәнін кішірейтіңіз
diag-scale-absent-words = еш жерде кездеспейтін, ескерілмеген сөздер: { $n }
diag-scale-absent-words-hint = ештеңе істеудің қажеті жоқ
diag-scale-overdispersed = сөздердің құбылмалылығы Пуассон моделі рұқсат еткеннен үлкен: дисперсия коэффициенті { $factor }, сондықтан модельдің стандартты қателері { $wider } есе кем көрсетілген
diag-scale-overdispersed-hint = атауы `wide_` деп басталатын бағандарды алыңыз
diag-scale-no-interval = `{ $document }` құжатына аралық берілмеді: онда бағасы бар сөз біреу ғана немесе ондай сөздердің бағалары бірдей
diag-scale-no-interval-hint = формула нөлге тең стандартты қате береді, бірақ бұл орын дәл белгілі деген сөз емес
# `daryn count` командасы.
diag-count-not-patterns = `{ $text }` — үлгілер тізімі емес
diag-count-not-patterns-hint = тырнақшадағы мәтіндер тізімін жазыңыз, мысалы "санат" = ["сөз*", "екі сөз"]
diag-count-empty-pattern = `{ $text }` үлгісінде бірде-бір сөз жоқ
diag-count-empty-pattern-hint = үлгіде әріп, цифр, `*` не `?` болуы керек; оны толықтырыңыз немесе алып тастаңыз
diag-count-category-twice = `{ $text }` санаты екі рет берілген
diag-count-category-twice-hint = кесте ішіндегі санат нүктемен бөлінген екі атаумен аталады; екеуінің бірінің атауын өзгертіңіз
diag-count-pattern-twice = `{ $text }` үлгісі `{ $category }` санатында екі рет берілген
diag-count-pattern-twice-hint = ол бір рет саналады; екеуінің бірін алып тастаңыз
diag-count-pattern-split = `{ $text }` үлгісі `{ $words }` деп түсінілді: белгілер сөздерді бөледі
diag-count-pattern-split-hint = дәл солай керек болса, оны бос орынмен бөліп жазыңыз; белгісі бар санның не сөздің бөлігі үшін белгінің орнына `*` не `?` қойыңыз, мысалы `3?5*`
diag-count-no-pattern = `{ $text }` санатында санауға болатын үлгі жоқ
diag-count-no-pattern-hint = оның саны әрқашан нөл; `!` белгісі жоқ үлгі қосыңыз немесе санатты алып тастаңыз
diag-count-no-category = сөздікте бірде-бір санат жоқ
diag-count-no-category-hint = кемінде біреуін жазыңыз, мысалы "санат" = ["сөз*", "екі сөз"]
diag-count-not-utf8 = сөздік UTF-8 кодтауында емес
diag-count-not-utf8-hint = файлды UTF-8 кодтауында сақтаңыз
diag-count-utf16 = файл UTF-16 кодтауында, ал жолдар UTF-8 бойынша оқылады
diag-count-utf16-hint = файлды UTF-8 кодтауында сақтаңыз
diag-count-line-not-utf8 = { $many } жолда UTF-8-ге жатпайтын байттар бар; ондай жолдардың біріншісі — осы
diag-count-line-not-utf8-hint = бұл байттар сөз арасындағы белгі деп саналды; әріптер жоғалса, файлды UTF-8 кодтауында сақтаңыз
diag-count-nul = { $many } жолда U+0000 таңбасы бар; ондай жолдардың біріншісі — осы
diag-count-nul-hint = ол сөз арасындағы белгі деп саналды; файлдың шынымен мәтін екенін тексеріңіз
# Зерттеудегі адамдар жасаған кодтаулар және валидация нәтижесі.
diag-codings-line = жол кодтау емес: { $reason }
diag-codings-line-hint = жол — document, start, end, code, by, coder және quote өрістері бар JSON нысаны
diag-codings-unknown-code = `{ $found }` — кодтау кітабында беруге болатын код емес; кодтау есепке алынбады
diag-codings-unknown-code-hint = { $nearest ->
        [none] кодтау кітабындағы кодты атаңыз
       *[other] бәлкім, `{ $nearest }` деп жазбақ болдыңыз? Астында басқа кодтары бар код өзі берілмейді
    }
diag-codings-no-text = зерттеуде `{ $document }` құжатының толық оқылған мәтіні жоқ; кодтау есепке алынбады
diag-codings-no-text-hint = мәтінді texts қалтасына салыңыз немесе құжаттың id белгісін түзетіңіз
diag-codings-moved = кодтаудың сөздері `{ $document }` құжатының ешбір мәтінінде { $start }-орында тұрған жоқ; кодтау есепке алынбады
diag-codings-moved-hint = мәтін содан бері өзгерген; { $passage } үзіндісін қайта кодтаңыз
diag-validation-unreadable = валидация нәтижесін оқу мүмкін болмады: { $reason }
diag-validation-unreadable-hint = оны қайта жасаңыз: `daryn validate DIR --labels FILE...`
# Қағидаларды екі кодтаушының валидациялауы.
diag-validation-drawn = іріктеме жасалып қойған
diag-validation-drawn-hint = белгілерді онымен --labels арқылы салыстырыңыз; қайта іріктеу үшін осы файл мен парақтарды басқа жерге көшіріңіз
diag-validation-sheet-there = { $path } бар
diag-validation-sheet-there-hint = онда кодтаушының еңбегі болуы мүмкін: алдымен оны басқа жерге көшіріңіз
diag-validation-no-passage = іріктейтін үзінді жоқ: зерттеуде толық оқылған әрі қағидалармен кодтауға болатын мәтін жоқ
diag-validation-no-passage-hint = құжат мәтіндерін texts қалтасына салыңыз, --with пен --without мәндерін 0-ден артық беріңіз
diag-validation-no-frame = бұл зерттеуде іріктеме жасалмаған
diag-validation-no-frame-hint = оны `daryn validate DIR` арқылы жасап, парақтарын екі кодтаушыға толтыртыңыз
diag-validation-frame-changed = іріктеме бастапқыдай емес: файл өзгертілген
diag-validation-frame-changed-hint = файлды жазылған күйінде қайтарыңыз: белгілер тек сол іріктемеге қатысты
diag-validation-text-changed = іріктеме жасалғаннан кейін мәтін өзгерген
diag-validation-text-changed-hint = бұрынғы мәтінді қайтарыңыз немесе жаңа іріктеме жасаңыз
diag-validation-rules-changed = кодтау кітабы немесе қағидалар іріктеу кезіндегідей емес; қазіргілері өлшенеді
diag-validation-rules-changed-hint = белгілерді біле тұра жазылған қағидалар олармен енді тексерілмейді: ол үшін жаңа іріктеме жасаңыз
diag-validation-columns = парақта баған жетіспейді: { $missing }
diag-validation-columns-hint = `daryn validate DIR` жазған парақты толтырыңыз: онда unit, coder және codes бар
diag-validation-unknown-unit = `{ $found }` — бұл іріктеменің үзіндісі емес
diag-validation-unknown-unit-hint = осы іріктемемен бірге жазылған парақтарды беріңіз, unit бағанын өзгертпеңіз
diag-validation-unknown-code = `{ $found }` — беруге болатын код емес
diag-validation-unknown-code-hint = { $nearest ->
        [none] кодтарды validation.codes.csv файлынан алып, арасына ; қойыңыз; ешқайсысы сәйкес келмесе, - жазыңыз
       *[other] бәлкім, `{ $nearest }` деп жазбақ болдыңыз? Кодтар validation.codes.csv файлында
    }
diag-validation-none-and-code = `{ $found }` ешқандай код сәйкес келмейді дейді әрі кодтарды атайды
diag-validation-none-and-code-hint = не кодтарды, не - белгісін жазыңыз
diag-validation-no-coder = { $unit } үзіндісін кім белгілегені көрсетілмеген
diag-validation-no-coder-hint = coder бағанына кодтаушының атын жазыңыз
diag-validation-unit-twice = { $coder }: { $unit } үзіндісі екі рет белгіленген
diag-validation-unit-twice-hint = екі жолдың бірін ғана қалдырыңыз
diag-validation-one-coder = { $n ->
        [0] ешкім бірде-бір үзінді белгілемеген
       *[other] үзінділерді бір ғана кодтаушы белгілеген: { $found }
    }
diag-validation-one-coder-hint = екі кодтаушы керек, әрқайсысының өз аты мен өз парағы болады
diag-validation-coders = кодтаушылар саны — { $n }: { $found }
diag-validation-coders-hint = дәл екеуі салыстырылады; кодтаушының атын барлық жерде бірдей жазыңыз
diag-validation-no-label = екі кодтаушы да белгілеген үзінді жоқ (іріктемеде: { $n }): { $units }
diag-validation-no-label-hint = codes бағанын толтырыңыз: кодтар немесе ешқайсысы сәйкес келмесе, -; бос ұяшық — ешкім қарамаған үзінді
diag-validation-missing = екі кодтаушының екеуі де белгілемеген, есепке алынбаған үзінділер: { $n } ({ $units })
diag-validation-missing-hint = бос ұяшық — ешкім қарамаған үзінді; ешқандай код сәйкес келмесе, - жазыңыз
diag-validation-stratum-lost = екі кодтаушы бірде-бір үзіндісін белгілемеген страталар бар: нәтиже барлық { $of } үзіндінің { $n } үзіндісі туралы ештеңе айтпайды
diag-validation-stratum-lost-hint = қалған үзінділерді екеуі де белгілесін
# Кодтау кітаптары және олардың қағидалары.
diag-coding-bad-colour = `{ $field }` өрісіндегі `{ $found }` — түс емес
diag-coding-bad-colour-hint = `#` таңбасынан кейін он алтылық алты цифр жазыңыз, мысалы "#28599f"
diag-coding-study-rules = зерттеудің өз кодтау кітабы бар, ал оған арналған қағидалар жоқ
diag-coding-study-rules-hint = қағидаларды study.toml файлының [files] бөлімінде code_rules деп атаңыз немесе --codebook пен --rules беріңіз
diag-coding-no-code = кодтау кітабында бірде-бір код жоқ
diag-coding-no-code-hint = id мен атауы бар кемінде бір [[code]] қосыңыз
diag-coding-code-twice = `{ $code }` коды екі рет берілген (алғашқысы { $first }-жолда)
diag-coding-code-twice-hint = екеуінің бірінің id-ін өзгертіңіз: қағидалар мен кодтаулар кодты id арқылы көрсетеді
diag-coding-unknown-parent = `{ $code }` кодынан жоғары тұруға тиіс `{ $parent }` коды жоқ
diag-coding-unknown-parent-hint = { $nearest ->
    [none] жоғары тұрған кодты қосыңыз немесе `parent` өрісін алып тастаңыз
   *[other] `{ $nearest }` демекші болдыңыз ба?
}
diag-coding-circle = кодтар иерархиясы тұйықталып қалған: { $way }
diag-coding-circle-hint = біреуінің `parent` өрісін алып тастаңыз
diag-coding-name-twice = `{ $other }` мен `{ $code }` кодтарының жоғары тұрған коды да, атауы да бірдей: { $name }
diag-coding-name-twice-hint = ажыратуға болатындай етіп, біреуінің атауын өзгертіңіз
diag-coding-name-ambiguous = жоғары тұрған кодтары әртүрлі `{ $other }` мен `{ $code }` кодтарының атауы бірдей: { $name }
diag-coding-name-ambiguous-hint = бұған рұқсат етіледі, бірақ атауы ғана көрінетін жерде қайсысы екені түсініксіз болады
diag-coding-no-rule = файлда бірде-бір қағида жоқ
diag-coding-no-rule-hint = id, code және language өрістері бар кемінде бір [[rule]] қосыңыз
diag-coding-empty-term = `{ $rule }` ішіндегі мына жерде бірде-бір сөз жоқ: { $text }
diag-coding-empty-term-hint = сөз, `*` таңбасы бар сөз бөлігін немесе `@` пен белгінің id-ін жазыңыз
diag-coding-unknown-clue = `{ $rule }` ішінде `@{ $clue }` аталған, бірақ оның тілінде мұндай белгі жоқ
diag-coding-unknown-clue-hint = { $nearest ->
    [none] осы id мен тіл көрсетілген [[clue]] қосыңыз
   *[other] `@{ $nearest }` демекші болдыңыз ба?
}
diag-coding-bad-near = `{ $rule }` ішіндегі `near` жұбын іздеу мүмкін емес
diag-coding-bad-near-hint = `a` мен `b` өрістерінде белгіні емес, сөздерді, `within` өрісінде 1 не одан үлкен санды беріңіз
diag-coding-asks-nothing = `{ $rule }` ішінде не болуы тиіс екені айтылмаған
diag-coding-asks-nothing-hint = `any`, `all`, `near` немесе `forms` беріңіз; не болмауы тиіс екенін айту жеткіліксіз
diag-coding-rule-twice = `{ $rule }` екі рет берілген (алғашқысы { $first }-жолда)
diag-coding-rule-twice-hint = екеуінің бірінің id-ін өзгертіңіз: әр кодтауда оны берген қағида көрсетіледі
diag-coding-clue-circle = белгілер бір-біріне тәуелді: { $way }
diag-coding-clue-circle-hint = бірін-бірі атайтын белгілердің бір сілтемесін алып тастаңыз
diag-coding-clue-deep = `{ $clue }` белгісінен бастап белгілер бірінің ішінде бірі { $most } деңгейден терең орналасқан
diag-coding-clue-deep-hint = белгілер тізбегін қысқартыңыз
diag-coding-clue-in-scope = `{ $rule }` ішінде `{ $clue }` белгісі `{ $place }` бөлігінде аталған, бірақ қай жерден іздейтінін белгінің өзі анықтайды
diag-coding-clue-in-scope-hint = белгіні `{ $place }` жазбай, `any`, `all` немесе `none` өрісінде атаңыз, ал `{ $place }` шартын белгінің өзіне жазыңыз
diag-coding-negated-term = `{ $rule }` ішіндегі леп белгісі ештеңені алып тастамайды: { $text }
diag-coding-negated-term-hint = сөздерді леп белгісінсіз `none` өрісіне жазыңыз
diag-coding-lost-marks = `{ $rule }` ішіндегі «{ $text }» жазбасының кейбір таңбалары ештеңе білдірмейді; ізделетіні: { $words }
diag-coding-lost-marks-hint = сөзде `*`, `?` және `=`, барлық сөздің алдында `^`, соңында `$`, белгінің id-інің алдында `@` жазуға болады
diag-coding-never-given = `{ $rule }` өз тіліндегі бірде-бір қағида бермейтін `{ $code }` кодына тәуелді
diag-coding-never-given-hint = осы кодты беретін қағида қосыңыз немесе шартты алып тастаңыз: `requires` ішінде ол ешқашан орындалмайды, `unless` ішінде ештеңені алып тастамайды
diag-coding-no-language = тілі танылмағандықтан кодталмаған үзінділер: { $n }
diag-coding-no-language-hint = олардың бәрі бір тілде болса, сол тілді --language арқылы көрсетіңіз
diag-coding-without-rules = тілінің қағидалары жоқ болғандықтан кодталмаған үзінділер: { $n } ({ $languages })
diag-coding-without-rules-hint = осы тілге арналған қағидаларды қосыңыз немесе бұл құжаттарды алып тастаңыз
diag-coding-unknown-code = `{ $rule }` кодтау кітабында жоқ `{ $code }` кодын атайды
diag-coding-unknown-code-hint = { $nearest ->
    [none] кодты кодтау кітабына қосыңыз немесе қағиданы түзетіңіз
   *[other] `{ $nearest }` демекші болдыңыз ба?
}
diag-coding-code-circle = кодтар `requires` пен `unless` арқылы бір-біріне тәуелді: { $way }
diag-coding-code-circle-hint = қайсыбір код бірінші анықталатындай етіп, осы шарттардың бірін алып тастаңыз
diag-coding-other-version = қағидалар { $found } үшін жазылған, ал кодтау кітабы — { $expected }
diag-coding-other-version-hint = анықтамалар әлі де сәйкес келетінін тексеріп, қағидалардағы `codebook_version` мәнін өзгертіңіз
diag-coding-other-codebook = қағидалар { $found } кітабына арналған, ал кодтау кітабы — { $expected }
diag-coding-other-codebook-hint = --rules арқылы осы кодтау кітабының қағидаларын беріңіз
# Кестеде және Word-та кодтау, тексеру, біріктіру.
diag-sheet-damaged = файл XLSX кітабы емес немесе бүлінген{ $part ->
    [none] {""}
   *[other] : бұл оның `{ $part }` бөлігінде көрінеді
}
diag-sheet-damaged-hint = оны кестелік редакторда ашып, XLSX түрінде сақтаңыз; бүлінген жерге дейінгі жолдар оқылды, қалғандарының кодтаулары бұрынғыша қалды
diag-sheet-too-much = кітаптың бір бөлігі { $limit } МБ-тан артық орынға жайылады; ол оқылмады
diag-sheet-too-much-hint = кодтау кітабы мұндай үлкен болмайды; файлды жіберушіден қайта алыңыз
diag-sheet-locked = кітап құпиясөзбен қорғалған немесе Excel 97–2003 пішімінде сақталған
diag-sheet-locked-hint = оны кестелік редакторда ашып, құпиясөзсіз XLSX түрінде сақтаңыз
diag-sheet-too-deep = элементтер кез келген кітаптағыдан терең кірістірілген; оқу тоқтатылды
diag-sheet-too-deep-hint = файлды кестелік редакторда ашып, XLSX түрінде сақтаңыз
diag-sheet-no-manifest = кітапта қандай үзінділер тұрғаны айтылмаған: жасырын `_manifest` парағы жоқ
diag-sheet-no-manifest-hint = `daryn export` жазған кітаптар ғана оқылады; парақ жойылған болса, кодталғанды жаңа кітапқа көшіріңіз
diag-sheet-other-form = кітапты бағдарламаның басқа нұсқасы жазған немесе оның жасырын парағы өзгертілген
diag-sheet-other-form-hint = жаңа кітап жазып, кодталғанды соған көшіріңіз
diag-sheet-manifest-damaged = жасырын парақтың өзгертілген, есепке алынбаған жолдары: { $n }
diag-sheet-manifest-damaged-hint = жаңа кітап жазып, осы үзінділердің кодтауларын соған көшіріңіз
diag-sheet-other-codebook = кітап { $found } кодтау кітабына арналған, ал кодтау кітабы — { $expected }
diag-sheet-other-codebook-hint = id-і немесе атауы бірдей кодтар алынды; олардың анықтамаларын салыстырыңыз
diag-sheet-other-version = кітап кодтау кітабының { $found } нұсқасы үшін жазылған, қазір оның нұсқасы — { $expected }
diag-sheet-other-version-hint = жаңа кодтауларда кітаптағы нұсқа көрсетіледі; анықтамалар әлі де сәйкес келетінін тексеріңіз
diag-sheet-no-heads = «{ $sheet }» парағында бағандардың тақырыптары табылмады
diag-sheet-no-heads-hint = оларды алғашқы 50 жолдың біріне бұрынғы түрінде қайтарыңыз; бұл парақтың кодтаулары бұрынғыша қалды
diag-sheet-no-column = «{ $sheet }» парағында бағандар жетіспейді: «{ $column }»
diag-sheet-no-column-hint = онда тұрған мәлімет бұрынғыша қалды; баған қателесіп жойылса, оны қайтарыңыз
diag-sheet-no-coder = «{ $sheet }» парағында кім кодтағаны белгісіз; ол оқылмады
diag-sheet-no-coder-hint = әр жолдың кодтаушы бағанына кодтаушының атын жазыңыз
diag-sheet-new-coder = «{ $sheet }» парағында кітап арналмаған кодтаушы аталған: { $coder }
diag-sheet-new-coder-hint = кодтаулар осы адамдікі деп алынды; аты қате жазылса, түзетіп, файлды қайта оқытыңыз
diag-sheet-coder-twice = { $coder } деген кодтаушының екі парағы бар: «{ $first }» және «{ $sheet }»
diag-sheet-coder-twice-hint = екеуінің кодтары бірге алынды; бірі басқа адамдікі болса, кодтаушы бағанына соның атын жазыңыз
diag-sheet-coder-missing = кітапта { $coder } деген кодтаушының бірде-бір жолы қалмаған
diag-sheet-coder-missing-hint = бұл адамның кодтаулары бұрынғыша қалды
diag-sheet-row-missing = { $coder } деген кодтаушының жойылған жолдары: { $n } (үзінділер: { $passages })
diag-sheet-row-missing-hint = бұл үзінділердің кодтаулары бұрынғыша қалды; кодты алып тастау үшін ұяшығын тазалап, жолды қалдырыңыз
diag-sheet-row-twice = «{ $sheet }» парағында { $document } құжатының { $passage } үзіндісі екі рет тұр (алғашқысы { $first }-жолда)
diag-sheet-row-twice-hint = екі жолдың да кодтары мен жазбалары бірге алынды; екеуінің бірін жойыңыз
diag-sheet-row-without-passage = «{ $sheet }» парағы, { $cell } ұяшығы: үзіндісі көрсетілмеген жолда жазу бар: { $found }
diag-sheet-row-without-passage-hint = ол есепке алынбады; оны тиісті үзіндінің жолына көшіріңіз
diag-sheet-own-columns = «{ $sheet }» парағы: формада жоқ бағандарда жазу бар (ұяшық саны: { $n }), біріншісі — { $first }
diag-sheet-own-columns-hint = олар есепке алынбады; сақталуға тиіс нәрсені жазба бағанына жазыңыз
diag-sheet-memo-error = «{ $sheet }» парағы, { $cell } ұяшығы: жазбадағы формула қате берді: { $found }
diag-sheet-memo-error-hint = бұрынғы жазба сақталды; оны мәтін түрінде жазыңыз
diag-sheet-unknown-passage = «{ $sheet }» парағы, { $cell } ұяшығы: кітап жазылғанда онда { $document } құжатының { $passage } үзіндісі болмаған
diag-sheet-unknown-passage-hint = жол есепке алынбады; құжат пен үзіндінің бұрынғы мәндерін қайтарыңыз
diag-sheet-unknown-code = «{ $sheet }» парағы, { $cell } ұяшығы: кодтау кітабында мұндай код жоқ: { $found }
diag-sheet-unknown-code-hint = { $nearest ->
    [none] ұяшықтағы тізімнен код таңдаңыз немесе оны кодтау кітабына қосыңыз; қалған ұяшықтар есепке алынды
   *[other] «{ $nearest }» демекші болдыңыз ба? қалған ұяшықтар есепке алынды
}
diag-sheet-ambiguous-code = «{ $sheet }» парағы, { $cell } ұяшығы: бірнеше код «{ $found }» деп аталады: { $codes }
diag-sheet-ambiguous-code-hint = керек кодтың id-ін жазыңыз; қалған ұяшықтар есепке алынды
diag-sheet-text-edited = «{ $sheet }» парағы, { $cell } ұяшығы: { $document } құжатының { $passage } үзіндісінің сөздері өзгертілген
diag-sheet-text-edited-hint = кодтар есепке алынды, құжаттың сөздері бұрынғыша қалады; жол әлі де осы үзінді туралы екенін тексеріңіз
diag-sheet-more = «{ $sheet }» парағында осындай тағы { $n } ескерту бар (`{ $what }`)
diag-sheet-more-hint = жоғарыда көрсетілгенді түзетіп, қалғанын көру үшін файлды қайта оқытыңыз
diag-review-no-manifest = кітапта қандай кодтаулар тұрғаны айтылмаған: жасырын `_review` парағы жоқ
diag-review-no-manifest-hint = жетекшіге арналған кітапты қайта жазып, шешімдерді соған көшіріңіз
diag-review-no-heads = бірде-бір парақта тексеру бағандары жоқ
diag-review-no-heads-hint = бағандардың тақырыптарын алғашқы 50 жолдың біріне бұрынғы түрінде қайтарыңыз
diag-review-unknown-row = «{ $sheet }» парағы, { $cell } ұяшығы: кітапта мұндай нөмірлі кодтау жоқ: { $found }
diag-review-unknown-row-hint = жол есепке алынбады; шешімді тиісті кодтаудың жолына көшіріңіз
diag-review-row-twice = «{ $sheet }» парағында { $number }-кодтау екі рет тұр (алғашқысы { $first }-жолда)
diag-review-row-twice-hint = екі түсініктеме де алынды; екі жол әртүрлі айтса, шешім қабылданбады
diag-review-unknown-answer = «{ $sheet }» парағы, { $cell } ұяшығы: тізімде мұндай жауап жоқ: { $found }
diag-review-unknown-answer-hint = ұяшықтағы тізімнен жауап таңдаңыз; жолдың қалған ұяшықтары есепке алынды
diag-review-contradiction = «{ $sheet }» парағы, { $cell } ұяшығы: жауап пен басқа `{ $code }` коды бір-біріне қайшы
diag-review-contradiction-hint = бұл кодтау бойынша шешім қабылданбады; екеуінің бірін қалдырыңыз. Түсініктеме алынды
diag-review-edited = «{ $sheet }» парағы, { $cell } ұяшығы: { $number }-кодтаудың сөздері өзгертілген
diag-review-edited-hint = шешім алынды, кодтау бұрынғыша қалады; жол әлі де сол кодтау туралы екенін тексеріңіз
diag-word-unknown-code = «{ $quote }» сөздеріне жазылған түсініктеме кодтау кітабында жоқ кодты атайды: { $found }
diag-word-unknown-code-hint = { $nearest ->
    [none] түсініктемені түзетіңіз немесе кодты кодтау кітабына қосыңыз; оның сөздері жазба ретінде сақталды
   *[other] «{ $nearest }» демекші болдыңыз ба? түсініктеменің сөздері жазба ретінде сақталды
}
diag-word-ambiguous-code = «{ $quote }» сөздеріне жазылған түсініктемедегі «{ $found }» атауы бірнеше кодқа сай келеді: { $codes }
diag-word-ambiguous-code-hint = керек кодтың id-ін жазыңыз; сөздер жазба ретінде сақталды
diag-word-memos = коды жоқ, өз орындарында жазба ретінде сақталған түсініктемелер саны: { $n }
diag-word-memos-hint = түсініктеме кодтауға айналуы үшін оны кодтың id-інен немесе атауынан бастаңыз
diag-word-whole-passages = сөздері белгіленбеген түсініктемелер саны: { $n }; олардың кодтары бүкіл үзіндіге берілді
diag-word-whole-passages-hint = тек кейбір сөздерді кодтау үшін түсініктеме қоспас бұрын оларды белгілеңіз
diag-word-no-author = авторы жоқ түсініктемелер саны: { $n }; олардың кодтаушысы { $coder } деп алынды
diag-word-no-author-hint = оларды басқа адам жазса, файлды оқығанда соны кодтаушы ретінде көрсетіңіз
diag-word-colour = бір код сәйкес келмейтін { $colour } түсімен белгіленген жерлер саны: { $n }, алғашқысы — «{ $quote }»{ $codes ->
    [none] {""}
   *[other] ; ұқсас түс бірнеше кодта бар: { $codes }
}
diag-word-colour-hint = бұл түсті кодтау кітабының бір кодына беріңіз (`colour`) немесе осы сөздерге түсініктеме жазыңыз
diag-word-colour-nearest = түсі ең жақын `{ $code }` коды деп алынған { $colour } түсті белгілеулер саны: { $n }
diag-word-colour-nearest-hint = басқа код айтылмақ болса, кодтау кітабында оған дәл осы түсті беріңіз (`colour`)
diag-word-unknown-colour-code = `{ $colour }` = `{ $found }` — түс пен код емес
diag-word-unknown-colour-code-hint = түсті #rrggbb түрінде немесе Word маркерінің атауымен (yellow, green, cyan ...), сондай-ақ бір кодтың id-ін жазыңыз
diag-merge-memo = екі тарап та { $coder } кодтаушысының «{ $quote }» сөздеріне жазбасын өзгерткен ({ $document }, { $code })
diag-merge-memo-hint = екі жазба да бірінің астына бірі сақталды
diag-merge-removed = бір тарап { $coder } кодтаушысының кодтауын немесе жазбасын жойған, ал екіншісі өзгерткен: «{ $quote }» ({ $document }, { $code })
diag-merge-removed-hint = ол сақталды; керек болмаса, жойыңыз
diag-merge-row = { $coder } «{ $quote }» сөздеріне берген кодтарды екі тарап та өзгерткен ({ $document }): мұнда { $ours }, онда { $theirs }
diag-merge-row-hint = кез келген тарап қосқан кодтар сақталды, кез келгені алып тастағандары алынды; осы үзіндіні қарап шығыңыз
diag-merge-coders = { $coder } пен басқа кодтаушы «{ $quote }» сөздеріне ({ $document }) әртүрлі код берген: { $ours } — { $theirs }
diag-merge-coders-hint = екеуі де сақталды; кодтаушылардың қаншалықты келісетінін `daryn agree` көрсетеді
# Сөздері саналатын құжаттар және жазылатын файлдар.
diag-documents-skipped = құжат емес, өткізіп жіберілген файлдар саны: { $n }
diag-documents-skipped-hint = олардың арасында кестелер, мұрағаттар, суреттер және ешқайда апармайтын сілтемелер бар; файл оқылуы үшін оның өзін атаңыз
diag-documents-none = мұнда құжат жоқ: { $path }
diag-documents-none-hint = қалтаның дұрыс көрсетілгенін тексеріңіз; мәтіндер, DOCX, PDF, HTML және басқа құжаттар оқылады, ішкі қалталардағылары да, бірақ жасырын қалталар қаралмайды
diag-documents-twice = бұл құжат бұған дейін аталған; ол бір рет саналды
diag-documents-twice-hint = әр файлды бір рет немесе тек оның қалтасын атаңыз
diag-output-is-read = { $path } оқылып жатыр, ал нәтиже оның орнына жазылар еді; ештеңе жазылмады
diag-output-is-read-hint = `--output` параметрінде басқа атау таңдаңыз
diag-output-folder = { $path } қалтасы жоқ; ештеңе жазылмады
diag-output-folder-hint = оны жасаңыз немесе `--output` параметрінде басқа орын таңдаңыз
# `daryn agree` пәрмені.
diag-agree-empty = кестеде жол жоқ
diag-agree-empty-hint = бірінші жолы бағандарды атайтын, кейінгі әр жолында бір мән бар CSV беріңіз
diag-agree-column = `{ $column }` бағаны жоқ; бірінші жолда аталғандар: { $found }
diag-agree-column-hint = бағандарды unit, coder, value деп атаңыз; --spans берілсе — document, coder, start, end, code
diag-agree-no-name = `{ $column }` бағанындағы ұяшық бос
diag-agree-no-name-hint = әр жол ненің кодталғанын және кім кодтағанын айтуға тиіс; тек мән болмауы мүмкін
diag-agree-not-number = бұл сан емес: { $value }
diag-agree-not-number-hint = кәдімгі сан жазыңыз, мысалы 3.5; мән жоқ болса, ұяшықты бос қалдырыңыз; немесе --metric nominal көрсетіңіз
diag-agree-no-rank = бұл сан емес: { $value }
diag-agree-no-rank-hint = мәндердің ретін көрсетіңіз, мысалы --order төмен,орташа,жоғары; мән жоқ болса, ұяшықты бос қалдырыңыз
diag-agree-outside-order = мән --order ішінде жоқ: { $value }
diag-agree-outside-order-hint = оны --order ішіне өз орнына қосыңыз немесе ұяшықты түзетіңіз
diag-agree-order-twice = --order бір мәнді екі рет атайды: { $value }
diag-agree-order-twice-hint = әр мәнді бір рет, біріншісінен соңғысына дейін атаңыз
diag-agree-negative = қатынастар шкаласында теріс мән болмайды: { $value }
diag-agree-negative-hint = нөл табиғи бастау болмаса, --metric interval көрсетіңіз; әйтпесе ұяшықты түзетіңіз
diag-agree-duplicate = сол кодтаушы сол бірлікке { $first }-жолда да мән берген
diag-agree-duplicate-hint = екі жолдың бірін қалдырыңыз; қайталап кодтауды басқа кодтаушы ретінде жазыңыз, мысалы `anna-2`
diag-agree-like-missing = `{ $value }` мәні код ретінде алынды, бірақ ол көбіне мәннің жоқтығын білдіреді
diag-agree-like-missing-hint = мән жоқ болса, ұяшықты бос қалдырыңыз
diag-agree-half-span = `{ $column }` бағанындағы ұяшық бос
diag-agree-half-span-hint = start, end және code ұяшықтарын толтырыңыз немесе үшеуін де бос қалдырыңыз: бұл кодтаушының құжатты оқып, код бермегенін білдіреді
diag-agree-not-whole = `{ $column }` бағанында 0 мен 4294967295 аралығындағы бүтін сан болуға тиіс: { $value }
diag-agree-not-whole-hint = таңбаларды 0-ден бастап санаңыз; соңы — соңғы таңбадан кейінгі орын
diag-agree-empty-span = кесіндіде бірде-бір таңба жоқ: басы { $start }, соңы { $end }
diag-agree-empty-span-hint = таңбаларды 0-ден бастап санаңыз; соңы — соңғы таңбадан кейінгі орын
diag-agree-span-outside = кесіндінің соңы — { $end }, ал құжаттағы таңбалар саны — { $length }
diag-agree-span-outside-hint = ұзындықты және оның да, шекаралардың да байтпен емес, таңбамен саналғанын тексеріңіз
diag-agree-two-lengths = { $document } құжатының ұзындығы мұнда { $length }, ал { $first }-жолда { $other }
diag-agree-two-lengths-hint = әр құжатқа бір ғана ұзындық беріңіз
diag-agree-no-length = { $document } құжатының ұзындығы белгісіз
diag-agree-no-length-hint = таңбалар саны бар `length` бағанын қосыңыз немесе барлық құжаттың ұзындығы бірдей болса, --length N көрсетіңіз

# Жобалар мен кодтау кітаптарын алмасу (REFI-QDA)
diag-qda-no-project = мұрағатта жоба жоқ: аты .qde деп аяқталатын файл табылмады
diag-qda-no-project-hint = жобаны REFI-QDA (QDPX) пішімінде қайта экспорттаңыз
diag-qda-several-projects = мұрағатта бірнеше жоба бар; { $name } оқылды, мыналар оқылмады: { $others }
diag-qda-several-projects-hint = әр жобаны жеке файлға сақтаңыз
diag-qda-damaged = мұрағат бүлінген{ $part ->
    [none] {""}
   *[other] : { $part }
}
diag-qda-damaged-hint = жобаны қайта экспорттаңыз немесе файлды көзінен қайта алыңыз
diag-qda-password = мұрағат құпиясөзбен қорғалған
diag-qda-password-hint = құпиясөзбен ашып, құпиясөзсіз қайта бумалаңыз да, сол файлды оқытыңыз
diag-qda-bomb = мұрағат ашылғанда { $limit } МБ-тан асады немесе ішінде файл тым көп; ол оқылмады
diag-qda-bomb-hint = мұндай көлемдегі жобада мұнша дерек болмайды; оны көзінен қайта алыңыз
diag-qda-zip-path = мұрағаттағы файл аты қалтадан тыс жерді көрсетеді, ол оқылмады: { $name }
diag-qda-zip-path-hint = дискіге ештеңе шығарылмайды, бірақ файлдың қайдан келгенін анықтаңыз
diag-qda-zip-twice = мұрағаттағы екі файлдың аты бірдей; мынау өткізіп жіберілді: { $name }
diag-qda-zip-twice-hint = жобаны қайта экспорттап, салыстырыңыз
diag-qda-unused-file = мұрағаттың бұл файлы ешбір дереккөзде аталмаған: { $name }
diag-qda-unused-file-hint = ол сақталады және қайта жазылады; онда кодтау жоқ
diag-qda-too-large = жоба файлы { $limit } МБ-тан үлкен
diag-qda-too-large-hint = жобаны бөліңіз
diag-qda-not-utf8 = жоба файлы UTF-8 емес
diag-qda-not-utf8-hint = стандарт UTF-8 талап етеді; жобаны қайта экспорттаңыз
diag-qda-not-xml = XML дұрыс құрылмаған: { $reason }
diag-qda-not-xml-hint = жобаны қайта экспорттаңыз; қолмен түзетілген файлда әр элемент жабылуы керек
diag-qda-too-deep = элементтер бірінің ішіне бірі 100 деңгейден терең салынған
diag-qda-too-deep-hint = код топтарының деңгейін азайтыңыз
diag-qda-too-many = элементтер жобаларда болатыннан көп
diag-qda-too-many-hint = жобаны бөліңіз
diag-qda-other-root = бұл REFI-QDA жобасы да, кодтау кітабы да емес: түбір элементі — <{ $found }>
diag-qda-other-root-hint = .qdpx, .qde немесе .qdc файлын көрсетіңіз
diag-qda-namespace = атаулар кеңістігі — «{ $found }», күтілгені: { $expected }
diag-qda-namespace-hint = файл 1.0 нұсқасы ретінде оқылды; нәтижені оны жазған бағдарламамен салыстырыңыз
diag-qda-entity = &{ $name }; сілтемесі XML-де анықталмаған, мәтінде сол күйінде қалды
diag-qda-entity-hint = файлдың өзі жариялаған нәрсеге сілтемелер ешқашан ашылмайды
diag-qda-guid-twice = идентификаторы { $guid } болатын екінші элемент; біріншісі { $first }-жолда
diag-qda-guid-twice-hint = екеуі де сақталды, бірақ сілтемелер екеуіне де апарады: жобаны қайта экспорттаңыз
diag-qda-equal-siblings = осы топта «{ $name }» атты екінші код бар
diag-qda-equal-siblings-hint = екеуі де кодтауларымен сақталды; біреуінің атын өзгертіңіз немесе екеуін біріктіріңіз
diag-qda-user-twice = екінші кодтаушының аты да «{ $name }»; біріншісі { $first }-жолда
diag-qda-user-twice-hint = олар идентификаторымен ажыратылады; кестелерде ажырату үшін біреуінің атын өзгертіңіз
diag-qda-unknown-user = идентификаторы { $guid } болатын кодтаушы жоқ
diag-qda-unknown-user-hint = кестелерде аттың орнына идентификатор тұрады
diag-qda-dangling = { $found } ештеңеге апармайды: { $guid }
diag-qda-dangling-hint = сілтеме сақталды; ол көрсететін нәрсе файл жазылғанда түсіп қалған
diag-qda-type-differs = айнымалының түрі — { $type }, мәнінің түрі — { $found }
diag-qda-type-differs-hint = мән сол күйінде қалды; екеуінің бірін файлды жазған бағдарламада түзетіңіз
diag-qda-unknown = { $element }: схемаға { $found } белгісіз
diag-qda-unknown-hint = ол жобамен бірге сақталады, бірақ жаңа файлға жазылмайды
diag-qda-no-guid = { $element }: идентификаторы жоқ
diag-qda-no-guid-hint = ол файлдағы орнына қарай жасалды және файлмен бірге өзгереді
diag-qda-bad-guid = { $element }: «{ $found }» идентификатор емес
diag-qda-bad-guid-hint = идентификатор осы жазудан жасалды, сондықтан сілтемелер бұрынғыдай осы жерге апарады; бес топқа бөлінген 32 он алтылық цифр күтіледі
diag-qda-no-name = { $element }: аты жоқ
diag-qda-no-name-hint = файлды жазған бағдарламада ат беріңіз
diag-qda-no-target = { $element }: { $found } ештеңені көрсетпейді, ол өткізіп жіберілді
diag-qda-no-target-hint = жобаны қайта экспорттаңыз
diag-qda-no-code = { $element }: код көрсетілмеген, элемент өткізіп жіберілді
diag-qda-no-code-hint = файлды жазған бағдарламада белгіленген үзіндіге код беріңіз
diag-qda-no-codable = { $element }: бұл кодты беруге бола ма, жоқ па — көрсетілмеген; болады деп саналды
diag-qda-no-codable-hint = код топтарына isCodable="false" керек
diag-qda-bad-date = { $element }: «{ $found }» күн мен уақыт емес
diag-qda-bad-date-hint = 2026-01-15T09:00:00Z тәрізді жазу күтіледі; онсыз бұл қашан жасалғаны белгісіз
diag-qda-bad-color = { $element }: «{ $found }» түс емес
diag-qda-bad-color-hint = #RRGGBB немесе #RGB күтіледі
diag-qda-bad-type = { $element }: «{ $found }» айнымалы түрі емес; Text деп саналды
diag-qda-bad-type-hint = Text, Boolean, Integer, Float, Date немесе DateTime күтіледі
diag-qda-bad-value = { $element }: «{ $found }» { $type } түрінің мәні емес
diag-qda-bad-value-hint = бөлшек бөлігі нүктемен бөлінеді, күндер 2026-01-15 түрінде жазылады; мән жоқ деп саналады
diag-qda-bad-position = { $element }: { $name } бүтін сан болуы керек, ал тұрғаны «{ $found }»
diag-qda-bad-position-hint = белгіленген үзінді кодтарымен сақталды, бірақ орны белгісіз
diag-qda-source-missing = { $element }: { $found } файлы мұрағатта жоқ
diag-qda-source-missing-hint = кодтар мен дәйексөздер сақталды; жобаны дереккөздерімен қайта экспорттаңыз
diag-qda-source-outside = { $element }: { $found } мұрағаттан тыс жатыр, ол оқылмады
diag-qda-source-outside-hint = жобаны дереккөздері файлдың ішінде болатындай етіп экспорттаңыз
diag-qda-not-text = { $element }: { $found } UTF-8 де, UTF-16 да емес
diag-qda-not-text-hint = байттары сақталды; мәтінді UTF-8 түрінде сақтап, жобаны қайта экспорттаңыз
diag-qda-two-texts = { $element }: мәтіні де, басқа мәтіні бар файлға сілтемесі де бар; файлдағы мәтін пайдаланылды
diag-qda-two-texts-hint = стандарт екеуінің біріне ғана жол береді; оларды салыстырыңыз
diag-qda-counting = { $element }: орындар стандарттағыдан басқаша саналған ({ $way ->
    [returns] екі таңбалы жол соңы бір таңба ретінде
    [mark] байт ретінің белгісімен бірге
    [utf16] UTF-16 бірліктерімен
   *[inclusive] соңы — соңғы таңба
}); мұны { $n } дәйексөз растайды
diag-qda-counting-hint = дәйексөзі бар үзінділер сонымен салыстырылды; қалғандарының бірнешеуін қараңыз
diag-qda-unproven = { $element }: { $n } белгіленген үзінді басқа жерде тұруы мүмкін: орындардың қалай саналғанын көрсететін дәйексөз жоқ
diag-qda-unproven-hint = файлды жазған бағдарламада бірнеше үзіндіні қараңыз; таңбалар файлда тұрғанындай саналды
diag-qda-points = { $element }: { $n } синхрондау нүктесінің орны белгісіз
diag-qda-points-hint = транскрипцияны файлды жазған бағдарламамен салыстырыңыз
diag-qda-moved = { $element }: дәйексөз { $from }–{ $to } орнында тұрған жоқ; мәтінде бір рет, { $start } орнынан басталып кездеседі, сонда қойылды
diag-qda-moved-hint = бұл үзіндіні қараңыз: ол белгіленгеннен кейін мәтін өзгерген
diag-qda-unlike = { $element }: { $from }–{ $to } орнында басқа сөздер тұр, ал дәйексөз мәтінде жоқ
diag-qda-unlike-hint = үзіндінің орны сол күйінде қалды; аты дәйексөз болса, оны қараңыз
diag-qda-unanchored = { $element }: мәтіндегі орны белгісіз; { $from }–{ $to } сәйкес келмейді
diag-qda-unanchored-hint = кодтар мен дәйексөз орынсыз сақталды; сөздерді қайта белгілеңіз
diag-qda-no-codes = жазатын код жоқ
diag-qda-no-codes-hint = кодтар файлына кемінде бір код керек
diag-qda-not-packed = жобаны бумалау мүмкін болмады: { $reason }
diag-qda-not-packed-hint = ең үлкен медиафайлдарды алып тастаңыз
diag-qda-lost = { $element }: жазылмады, стандартта бұған орын жоқ: { $found }
diag-qda-lost-hint = басқаларға керек болса, жазбаға немесе сипаттамаға енгізіңіз
diag-qda-lost-letters = { $element }: { $found } ішінде XML-де болмайтын таңбалар бар; олардың орнында � тұр
diag-qda-lost-letters-hint = мәтіннен басқару таңбаларын алып тастаңыз
diag-qda-lost-place = { $element }: орынсыз жазылды (орны -1): { $found } мәтінге сәйкес келмейді
diag-qda-lost-place-hint = сөздерді қайта белгілеңіз, әйтпесе басқа бағдарламалар бұл үзіндіні көрсете алмайды
diag-qda-lost-source = { $element }: файлынсыз жазылды, ол мұнда жоқ: { $found }
diag-qda-lost-source-hint = кейбір бағдарламалар мұндай жобаны қабылдамайды; файлды қосыңыз немесе дереккөзді алып тастаңыз
diag-qda-divided = { $element }: бірнеше кодтаушы код берген { $n } белгіленген үзінді әр кодтаушыға бөлек жазылды
diag-qda-divided-hint = басқа бағдарламалар үзіндінің барлық кодын бір кодтаушыға жазады; daryn оларды оқығанда қайтадан бір үзіндіге біріктіреді
diag-qda-other-user = { $element }: код берген адамнан басқа біреу белгілеген { $n } үзінді кодтаушының атына жазылды
diag-qda-other-user-hint = басқа бағдарламалар кодты үзіндіні белгілеген адамға жазады; кім белгілегені файлда көрсетілмеген
diag-qda-time-zone = { $n } уақыт белгісі UTC бойынша жазылды; уақыт белдеулері файлда көрсетілмеген
diag-qda-time-zone-hint = ештеңе істеудің қажеті жоқ: уақыт мезеттері сол күйінде
diag-qda-refused = { $kind ->
    [undated-note] «{ $name }» жазбасының күні жоқ
    [equal-notes] тағы бір жазбаның аты да «{ $name }»
    [equal-selections] «{ $name }» дереккөзінде бір кодтаушы бір орында код берілмеген екі үзінді белгілеген: { $found }
   *[value-twice] «{ $name }» дереккөзінде «{ $found }» айнымалысы екі рет көрсетілген
}; QualCoder импортты осы жерде тоқтатады
diag-qda-refused-hint = { $kind ->
    [undated-note] күн ойдан қосылмайды: жазбаға күнін көрсетіңіз немесе оны QualCoder-ге бермеңіз
    [equal-notes] экспорттамас бұрын бір жазбаның атын өзгертіңіз
    [equal-selections] біреуіне код беріңіз немесе оны жойыңыз
   *[value-twice] дереккөзде айнымалының бір мәнін қалдырыңыз; аты жоқ жағдай да өз мәндерін дереккөзге береді
}
diag-qda-repeated = { $element }: { $found } — көп дереккөздің мәтіні, мұнда ол қалдырылды: бірге олар { $limit } МБ-тан асар еді
diag-qda-repeated-hint = кодтар мен дәйексөздер сақталды; мұндай файл жазатын бағдарлама белгісіз, оның қайдан келгенін анықтаңыз
diag-qda-more = { $code } түріндегі тағы { $n } ескерту көрсетілмеді
diag-qda-more-hint = алдымен көрсетілгендерін түзетіңіз: себебі көбіне біреу
diag-qda-not-held = { $kind ->
    [user] «{ $name }» кодтаушысы файлда жоқ
    [note-of-code] «{ $name }» кодының жазбасы файлда жоқ
    [variable] «{ $name }» айнымалысы мен оның мәндері файлда жоқ
    [case] «{ $name }» жағдайы файлда жоқ
    [source] «{ $name }» дереккөзі мен оның кодталуы файлда жоқ (берілген кодтар саны: { $n })
    [note] «{ $name }» жазбасы файлда жоқ
    [link] «{ $name }» байланысы файлда жоқ
    [members-of-set] «{ $name }» жиыны дереккөздері мен жазбаларынан айырылады
    [graph] «{ $name }» сызбасы файлда жоқ
    [description] жобаның сипаттамасы файлда жоқ: { $name }
    [head] жобаның аты, күндері мен жазбалары файлда жоқ: { $name }
    [file] «{ $name }» файлы кодтар файлында жоқ
    [group-given] «{ $name }» тобы код ретінде берілген, сол кодтаулар кодынан айырылады
    [equal-coder] тағы бір кодтаушының аты да «{ $name }», екеуі бір кодтаушыға айналады
    [unnamed-coder] { $name } кодтаушысының аты жоқ
    [unnamed-source] { $name } дереккөзінің аты жоқ
    [unnamed-note] { $name } жазбасының аты жоқ
    [no-place] «{ $name }» үзіндісінің мәтінде орны жоқ, сөздері болмайды
    [equal-name] басқа кодтың аты да осындай, екеуі бір кодқа айналады: { $name }
    [color] «{ $name }» кодының түсі өзгереді
   *[set] «{ $name }» жиыны атрибутқа айналады
}
diag-qda-not-held-hint = { $kind ->
    [group-given] топты кодқа айналдырыңыз немесе оның орнына сол топтағы кодты беріңіз
    [equal-coder] экспорттамас бұрын бір кодтаушының атын өзгертіңіз
    [unnamed-coder] кодтаушыға ат беріңіз: онсыз QualCoder жобаны қайта жаза алмайды
    [unnamed-source] дереккөзге ат беріңіз: онсыз QualCoder жобаны қайта жаза алмайды
    [unnamed-note] жазбаға ат беріңіз: онсыз QualCoder жобаны қайта жаза алмайды
    [no-place] сөздерді қайта белгілеңіз
    [equal-name] экспорттамас бұрын кодтарға әртүрлі ат беріңіз
    [color] тек көрінісі өзгереді
    [set] импорттан кейін дереккөздердің атрибуттарын қараңыз
   *[other] бұл .qdpx файлында сақталады
}

diag-store-cloud = зерттеу қалтасын { $service } синхрондайды; ол жазу кезінде codings.db файлын бүлдіруі мүмкін
diag-store-cloud-hint = зерттеуді бұл қалтадан тыс сақтаңыз немесе жұмыс кезінде { $service } бағдарламасын тоқтатып, басқа компьютерде бастамас бұрын синхрондау аяқталғанын күтіңіз
diag-store-no-wal = файлдық жүйе codings.db қасында журнал жүргізуге мүмкіндік бермейді
diag-store-no-wal-hint = дерек жоғалмайды, бірақ екі бағдарлама қатар жаза алмайды; осы компьютердің дискісіндегі қалта қолайлырақ
diag-store-damaged = { $path } файлы бүлінген, оған ештеңе жазылған жоқ: { $reason }
diag-store-damaged-hint = орнына бұрынғы көшірмесін қойып, кейін жасалғанын қайта импорттаңыз; бүлінген файлды сақтап қойыңыз
diag-store-newer = { $path } файлын daryn бағдарламасының жаңарақ нұсқасы жазған ({ $found }; бұл нұсқа білетіні — { $known })
diag-store-newer-hint = жаңа нұсқаны пайдаланыңыз; ештеңе өзгертілген жоқ
diag-store-foreign = { $path } — басқа бағдарламаның дерекқоры ({ $reason })
diag-store-foreign-hint = оны басқа жерге көшіріңіз; daryn өзінікін жасайды
diag-store-busy = басқа бағдарлама { $path } файлына тым ұзақ жазып жатыр: { $reason }
diag-store-busy-hint = оның аяқталуын күтіп, қайталап көріңіз
diag-store-failed = { $path } файлымен жұмыс істеу мүмкін емес: { $reason }
diag-store-failed-hint = қалтаға жазуға бола ма, дискіде орын бар ма, тексеріңіз
diag-store-none = бұл зерттеуде әлі ешкім кодтаған жоқ: { $path }
diag-store-none-hint = `daryn import` дайын кодтауды қабылдайды; `daryn export DIR --to coding.xlsx` кодтауға арналған кестені жазады
diag-store-anchored = кодталғаннан кейін мәтіндер өзгерген; сөздерімен бірге жылжығаны: { $moved }, тексеруді қажет ететіні: { $review }
diag-store-anchored-hint = `daryn codings DIR --review` сөздері табылмағандарды көрсетеді; бірде-біреуі жойылған жоқ
diag-store-import-differs = { $kind ->
    [code] «{ $name }» коды бұрыннан бар, бірақ мұнда аты, түсі немесе анықтамасы басқа
    [coding-code] { $name } кодтауы бұрыннан бар; файлда оның коды басқа
    [coding-coder] { $name } кодтауы бұрыннан бар; файлда ол басқа адамдікі
    [coding-place] { $name } кодтауы бұрыннан бар; файлда ол басқа сөздерде тұр
   *[text] «{ $name }» дереккөзі бұрыннан бар, бірақ мәтіні басқа
}
diag-store-import-differs-hint = { $kind ->
    [code] ол мұндағы күйінде қалады; екіншісі дұрыс болса, codebook.toml файлын өзгертіңіз
    [coding-code] ол мұндағы күйінде қалады; басқа код дұрыс болса, сөздерді қайта кодтаңыз
    [coding-coder] ол мұндағы күйінде қалады
    [coding-place] ол мұндағы күйінде қалады; басқа сөздер дұрыс болса, соларды кодтаңыз
   *[text] жаңа белгілеулер сөздері тұрған жерге қойылды
}
diag-store-import-absent = сол мәтіндердің мұнда бар, ал файлда жоқ кодтаулары: { $n } ({ $names })
diag-store-import-absent-hint = олар қалады; файлды жіберген адам оларды алып тастаған немесе әлі алмаған болуы мүмкін: `daryn codings --drop ID` кодтауды мұнда да алып тастайды
diag-store-import-unplaced = мәтіндегі орны белгісіз сөздердің кодтаулары: { $n }
diag-store-import-unplaced-hint = олар сақталды, `daryn export` оларды қайтарады, бірақ мұнда пайдаланылмайды; сөздерді бастапқы бағдарламада қайта белгілеңіз
diag-store-import-apart = тұтас дереккөздердің, суреттердің, беттердің немесе дыбыстың кодтаулары: { $n }
diag-store-import-apart-hint = олар сақталды, `daryn export` оларды қайтарады, бірақ мұнда сөздердің кодтаулары ғана пайдаланылады
diag-store-import-known = файлда жаңа ештеңе жоқ: ол бұрын импортталған
diag-store-import-known-hint = ештеңе өзгертілген жоқ
diag-store-import-untouched = { $coder } деген кодтаушының парағы берілген күйінде тұр, ал бұл кітап бұрын оның жұмысымен қайтып келген; сонда айтылғаны сақталды: { $n }
diag-store-import-untouched-hint = бірнеше адамға берілген кітапты әрқайсысы қайтарады, сондықтан өзгертілген парақтар ғана қабылданады; парақтағының бәрін алып тастау үшін `daryn codings --drop` немесе сол импорттың нөмірімен `daryn undo` пайдаланыңыз
diag-store-import-no-table = зерттеуде қабылданған құжаттарды қосатын құжаттар кестесі жоқ
diag-store-import-no-table-hint = оны study.toml файлының [files] бөлімінде көрсетіңіз; оған дейін мәтіндер файл атымен танылады
diag-store-import-no-study = { $path } қалтасы бар, бірақ ол зерттеу емес
diag-store-import-no-study-hint = зерттеуді немесе әлі жоқ қалтаны көрсетіңіз
diag-store-import-needs-study = { $path } зерттеуі жоқ, ал бұл файлда зерттеу жасайтын мәтіндер жоқ
diag-store-import-needs-study-hint = бұл кесте не құжат алынған зерттеуді көрсетіңіз
diag-store-import-no-text = зерттеудің ешбір мәтіні { $path } файлына сәйкес келмейді
diag-store-import-no-text-hint = алдымен құжатты зерттеудің texts қалтасына салыңыз немесе файлды құжатының идентификаторымен атаңыз
diag-store-no-event = { $found } оқиғасы жоқ
diag-store-no-event-hint = `daryn history` оқиғаларды нөмірімен көрсетеді
diag-store-undone-before = { $found } оқиғасы бұрын кері қайтарылған
diag-store-undone-before-hint = оны қалпына келтіру үшін оны кері қайтарған оқиғаның өзін кері қайтарыңыз; оны `daryn history` көрсетеді
diag-store-nothing-to-undo = кері қайтаратын ештеңе жоқ
diag-store-nothing-to-undo-hint = `daryn history` не істелгенін көрсетеді; кері қайтаруды да нөмірі бойынша кері қайтаруға болады
diag-store-no-coding = идентификаторы { $found } кодтау жоқ
diag-store-no-coding-hint = идентификаторларды `daryn codings DIR --review` көрсетеді
diag-store-not-changed = { $found } кодтауының растауға болатын ықтимал жаңа орны жоқ
diag-store-not-changed-hint = оны --drop арқылы алып тастап, үзіндіні қайта кодтаңыз
diag-store-export-languages = басқа тілдердегі сөздері жазылмаған кодтар ({ $languages }): { $n }
diag-store-export-languages-hint = басқа тілдер codebook.toml файлында қалады; жобада бір тілге ғана орын бар
diag-store-export-no-text = { $text } мәтіні енді жоқ, оның кодтаулары жазылмады: { $n }
diag-store-export-no-text-hint = файлды орнына қойыңыз немесе бұл кодтауларды алып тастаңыз
diag-store-export-review = сөздері мәтіндерде енді табылмағандықтан, қарап шығу керек кодтаулар: { $n }
diag-store-export-review-hint = олар файлда жоқ немесе онда орны көрсетілмеген; оларды `daryn codings DIR --review` тізіп береді
diag-store-export-left-out = тұтас үзіндіге жатпағандықтан жолда көрсетілмейтін кодтаулар мен жазбалар: { $n }
diag-store-export-left-out-hint = олар зерттеуде қалады; .qdpx пен --table segments оларды сақтайды
diag-store-export-cut = ұяшыққа сыймай, басы ғана көрсетілген үзінділер: { $n }
diag-store-export-cut-hint = олар бәрібір тұтас кодталады
