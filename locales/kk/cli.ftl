# The command line.
cli = Саясат құжаттары мен ресми статистикадан — әр сөйлемі өз дәлеліне апаратын есепке.
cli-usage = Қолданылуы
cli-commands = Командалар
cli-arguments = Аргументтер
cli-options = Параметрлер
cli-examples = Мысалдар
cli-help = Анықтаманы көрсету.
cli-version = Нұсқаны көрсету.
cli-lang = Хабарлардың тілі: en, ru немесе kk; берілмесе, жүйеден алынады.
cli-format = Шығыс пішіні: text — оқуға, json — бағдарламаларға арналған.
cli-dir = Зерттеу қалтасы.
cli-new = Толтыруға арналған жаңа зерттеу қалтасын жасау.
cli-new-name = Жаңа қалтаның атауы немесе жолы.
cli-check = Зерттеудегі барлық мәселені бірден көрсету.
cli-fetch = Зерттеудің жүктемелер тізімінде аталғанды алып, дайджесі бойынша сақтау.
cli-fetch-source = Тізімдегі дереккөздердің атаулары; берілмесе, бәрі.
cli-fetch-offline = Ешкімге сұрау жібермеу: бәрін қоймадан алу.
cli-fetch-ca = Әдеттегілермен қатар сенім білдірілетін сертификаттар файлы; бірнеше рет беруге болады.
cli-add = Өзіңіз сақтаған файлдарды жүктелгендермен тең сақтау.
cli-add-file = Файлдар: браузерде сақталған бет, құжат, кесте, PDF.
cli-add-as = Дереккөздің атауы; берілмесе, беттегі актінің нөмірі немесе файлдың аты.
cli-vintages = Әр дереккөздің сақталған барлық шығарылымын тізіп шығу.
cli-vintages-source = Дереккөздердің атаулары; берілмесе, бәрі.
cli-run = Ескірген бөліктерді есептеп, есепті жазу.
cli-run-threads = Ағын саны; берілмесе, барлық ядро пайдаланылады.
cli-run-out = Есеп қалтасы; берілмесе, DIR/report.
cli-report = Есептелген нәтижелер бойынша есепті қайта жазу.
cli-status = Не ескіргенін және оның себебін айту.
cli-why = Есеп тұжырымы, зерттеу тұжырымы немесе сан неге сүйенетінін көрсету.
cli-why-id = Тұжырымның нөмірі немесе түйіннің report.json файлындағы атауы: claim:…, finding:…, H1, …
cli-verify = Есепті қайта шығарып, бар есеппен байтпа-байт салыстыру.
add-text = бұл — { $document } құжатының мәтіні, ол { $file } файлында тұр
cli-documents = Құжат мәтіндері жатқан қалта; зерттеудің `texts` қалтасына қосымша оқылады.
cli-verify-report = Тексерілетін есептің қалтасы; берілмесе, DIR/report.
cli-language = Әр жолдың тілін анықтау: kk, ru, en немесе other.
cli-stem = Әр жолдағы сөздің негізін шығару; --lang сөздердің тілін де білдіреді.
cli-lines = Әр жолында мәтін бар файл; - стандартты енгізуді білдіреді.
cli-schema = Зерттеу файлының JSON схемасын (JSON Schema) шығару.
cli-schema-name = Файлдың кеңейтілімсіз атауы; берілмесе, барлық схема шығарылады.
cli-completions = Командалық қабықшаға арналған автотолықтыруды шығару.
cli-completions-shell = Қабықша: bash, zsh, fish, elvish немесе powershell.
cli-bad-usage = команда жолын түсіну мүмкін емес
cli-bad-usage-hint = командалар мен мысалдарды `daryn help` көрсетеді

check-clean = Мәселе жоқ.
check-count = { $errors } қате, { $warnings } ескерту
check-more = … және осындай тағы { $n } мәселе
fetch-new = жаңа
fetch-unchanged = өзгермеген
fetch-failed = алынбады
fetch-replayed = қоймадан
fetch-bytes = { $n } байт
fetch-of = { $total } байттан { $n } байт
fetch-resume = жалғасуда, бұрын келгені: { $n } байт
fetch-asked-to-wait = сервер күтуді сұрайды: { $n } с
fetch-again = { $n } с өткен соң қайталанады
fetch-later = файл әлі дайындалуда
fetch-count = Дереккөздер: жаңа — { $new }, өзгермеген — { $unchanged }, қоймадан — { $replayed }, алынбаған — { $failed }.
vintages-none = Әзірге ештеңе сақталған жоқ.
vintages-release = шығарылым: { $name }
vintages-last = соңғы рет: { $time }
vintages-missing = қоймада жоқ
run-progress = { $done }/{ $total } { $stage }
run-left = шамамен { $seconds } с қалды
run-fresh = Ескірген ештеңе болған жоқ.
run-ran = { $total } кезеңнің { $ran ->
    [0] ешқайсысы есептелмеді
   *[other] { KK($ran, form: "poss") } есептелді
}.
run-written = Есеп: { $path }
run-open = Мына бетті браузерде ашыңыз: { $path }
status-fresh = Ескірген ештеңе жоқ.
status-never = Зерттеу әлі іске қосылған жоқ.
status-report = Есеп daryn.lock файлындағыдан өзгеше: { $files }
reason-new = бұрын есептелмеген
reason-version = нұсқасы { $was } еді, енді — { $now }
reason-parameters = параметрлері өзгерген
reason-seed = кездейсоқ сандардың бастапқы саны (seed) өзгерген
reason-input = { $name } өзгерген
reason-inputs = бұрынғыдан өзге файлдарды немесе кезеңдерді оқиды
reason-upstream = мынаған тәуелді: { $name }
verify-good = Есеп зерттеуден шығатын есеппен бірдей: { $files } файл байтпа-байт салыстырылды.
verify-bad = { $n } айырмашылық табылды.
verify-input = { $file }: зерттеу файлы daryn.lock файлында көрсетілген файл емес
verify-documents = { $file }: басқа қалтадағы мәтін; іске қосқандағыдай, сол қалтаны --documents арқылы көрсетіңіз
verify-missing = { $file }: жоқ
verify-unexpected = { $file }: есептің бөлігі емес
verify-differs = { $file }, { $line }-жол: өзгеше
verify-differs-bytes = { $file }: { $at }-байттан өзгеше
verify-lock = daryn.lock: зерттеудің қазіргі нәтижесінен өзгеше ({ $what })
verify-version = daryn.lock файлын daryn { $was } жазған, ал бұл — daryn { $now }
new-done = { $path } жасалды.
new-next = Келесі қадам: кестелерді толтырыңыз, содан кейін
internal = daryn қателесті: { $reason }
internal-hint = бұл туралы енгізген командаңызбен бірге хабарлаңыз
cli-revisions = Кестенің жаңа шығарылымында не қосылғанын, алынғанын және өзгергенін көрсету.
cli-revisions-old = Ескі кесте: тақырып жолы бар CSV, кәдімгі не gzip түрінде.
cli-revisions-new = Жаңа кесте.
cli-revisions-key = Жаңа кестенің жолды басқалардан ажырататын бағандары.
cli-revisions-old-key = Ескі кестенің сондай бағандары, сол ретпен.
cli-revisions-value = Мән бағаны.
cli-revisions-old-value = Ескі кестедегі мән бағаны.
cli-revisions-flag = Белгі бағаны; белгілер де салыстырылады.
cli-revisions-old-flag = Ескі кестедегі белгі бағаны.
cli-revisions-where = Жаңа кестенің C бағанында X тұрған жолдары ғана.
cli-revisions-old-where = Ескі кестенің C бағанында X тұрған жолдары ғана.
cli-revisions-areas = Кілттің бір бөлігі — аумақ: M49, ISO 3166 alpha-2 және alpha-3 кодтарын iso3, iso2 не m49 түріне келтіру.
cli-revisions-tolerance = Мән бірлігімен алғанда осы шамадан аспайтын айырма өзгеріс саналмайды (0.005).
cli-revisions-out = Барлық өзгеріс жазылатын CSV файлы.
revisions-counts = Ортақ кілт: { $common } (өзгергені — { $changed }, өзгермегені — { $unchanged }; ескі мәннің 5 %-ынан көбіне өзгергені — { $large }). Қосылғаны: { $added }. Алынғаны: { $withdrawn }.
revisions-flags = Өзгерген белгі: { $n }.
revisions-areas = Салыстырылмады: аумақ кодтары сұралған түрге келтірілмеді: { $codes }.
revisions-more = және тағы { $n }
cli-adopt = Дереккөздің басқа шығарылымына көшу; қай тұжырымдар өзгеретіні алдымен көрсетіледі.
cli-adopt-source = Жүктемелер тізіміндегі дереккөз атауы.
cli-adopt-release = Шығарылым дайджестінің басы; берілмесе, ең жаңасы алынады.
cli-adopt-dry-run = Не өзгеретінін көрсету ғана.
adopt-would = { $n ->
    [0] { $source } дереккөзінің бұл шығарылымымен ешбір тұжырым өзгермейді.
   *[other] { $source } дереккөзінің бұл шығарылымымен { $n } тұжырым өзгереді.
}
adopt-done = { $file } енді { $source } дереккөзінің осы шығарылымы; { $n ->
    [0] ешбір тұжырым өзгермейді.
   *[other] { $n } тұжырым өзгереді. Есепті қайта жасаңыз: daryn run
}
adopt-no-file = { $source } дереккөзі зерттеу файлы болып табылмайды, сондықтан тұжырымдар өзгермейді.
adopt-held = Зерттеу енді { $source } дереккөзінің осы шығарылымын ұстанады.
run-newer = { $source } дереккөзінің жаңарақ шығарылымы сақталған. { $n ->
    [0] Ешбір тұжырым өзгермейді.
   *[other] { $n } тұжырым өзгерер еді.
} Көру үшін: daryn adopt { $dir } { $source } --dry-run
run-newer-bad = { $source } дереккөзінің жаңарақ шығарылымы сақталған, бірақ оны пайдалануға болмайды. Себебін білу үшін: daryn adopt { $dir } { $source } --dry-run
cli-vintages-compare = Ең жаңа шығарылымның алдыңғысымен салыстырғанда нені өзгерткенін көрсету.
vintages-one = { $source }: сақталған шығарылым екіден аз.
revisions-texts = Мәні сан емес ортақ кілт: { $n }; олар мәтін ретінде салыстырылады.
cli-read = Құжаттарды оқу: мәтіні, құрылымы және кестелері.
cli-read-file = Файлдар: PDF, DOCX, ODT, RTF, HTML, MHT, Markdown, жай мәтін, zan.gov.kz сайтының JSON файлы.
cli-read-anchors = Басқа редакциядағы дәйексөздердің орнын көрсету: `daryn search --format json` тапқан кездесулердің файлы.
read-anchor-same = өзгеріссіз
read-anchor-changed = өзгертілген
read-anchor-lost = табылмады
read-anchors = Өзгеріссіз: { $same }, өзгертілген: { $changed }, табылмады: { $lost }
cli-search = Құжаттардан сөздерді, түбірлерді, тіркестерді немесе тұрақты өрнекті мәнмәтінімен табу.
cli-search-dir = Құжаттар қалтасы немесе бір құжат.
cli-search-query = Қатар тұрған сөздер; сөз* — осылай басталатын әр сөз, жеке тұрған * — кез келген бір сөз.
cli-search-stem = Әр сөздің барлық тұлғасын үзінді тіліндегі түбірі бойынша табу.
cli-search-regex = Сұрау — тұрақты өрнек; сәйкестік бір үзіндінің ішінде болады.
cli-search-ignore-case = Тұрақты өрнекте бас әріп пен кіші әріпті ажыратпау; сөздерде олар ешқашан ажыратылмайды.
cli-search-without-notes = Редактор ескертпелері мен мазмұнды қоспау.
cli-search-limit = Ең көбі N кездесуді көрсету.
search-not-kept = Көрсеткішті сақтау мүмкін болмады, ол жадта құрылды{ $reason ->
    [none] .
   *[other] : { $reason }
}
search-skipped = { $n ->
    [one] Құжат емес { $n } файл өткізіп жіберілді.
   *[other] Құжат емес { $n } файл өткізіп жіберілді.
}
search-count = { $hits ->
    [0] Ештеңе табылмады,
    [one] { $hits } кездесу,
   *[other] { $hits } кездесу,
} { $hits ->
    [0] { $all ->
        [one] қаралған құжат: { $all }.
       *[other] қаралған құжат: { $all }.
    }
   *[other] { $all ->
        [one] { $all } құжаттың { $documents } құжатында:
       *[other] { $all } құжаттың { $documents } құжатында:
    }
}
search-shown = { $n ->
    [one] Тек алғашқы { $n } кездесу көрсетілді.
   *[other] Тек алғашқы { $n } кездесу көрсетілді.
}
search-more = … және тағы { $n ->
    [one] { $n } құжатта
   *[other] { $n } құжатта
}
search-apart = ескертпе
search-part = { $n }-бөлім
search-chapter = { $n }-тарау
search-article = { $n }-бап
search-point = { $n }-тармақ
search-sub-point = { $n } тармақша
search-annex = { $n } қосымша
cli-stats = Ресми статистиканы оқу: файлдың түрі, бақылаулар, олардың байттары, аумақ кодтары.
cli-stats-info = Файлдардың пішімін анықтап, ішінде не бар екенін санау.
cli-stats-read = Әр бақылауға не құрылым туралы хабардағы әр кодқа бір жолдан шығару.
cli-stats-cite = Бақылаудың байттарын файлда тұрған күйінде шығару.
cli-stats-areas = Әр жолдағы елдің кодын шығару; топтарға `aggregate`, белгісізге бос жол.
cli-stats-file = Файл не бума: SDMX, JSON-stat, қызметтердің жауаптары, CSV, Excel кітаптары, деректер пакеттері, Open SDG.
cli-stats-structure = Құрамдастардың не екенін айтатын құрылым туралы хабар.
cli-stats-mapping = Excel кітабының, CSV файлының не құжат кестесінің сипаттамасы (docs/statistics-mapping.md).
cli-stats-format = Нәтиженің түрі: csv, sdmx-csv, xlsx, parquet, arrow, r, stata не spss.
cli-stats-output = Жазылатын файл; берілмесе, csv мен sdmx-csv стандартты шығысқа жіберіледі.
cli-stats-language = Белгілердің тілі, мысалы en, ru не kk; берілмесе, хабарлардың тілі.
cli-stats-id = Орынның атауы: `daryn stats read` кестесінің соңғы бағаны.
cli-stats-to = Код: iso3, iso2 не m49.
stats-not-written = { $path } файлына ештеңе жазылмады: дереккөз толық оқылмады.
stats-sheet-data = Деректер
stats-sheet-codes = Кодтар
stats-sheet-sources = Дереккөздер
stats-head-column = Баған
stats-head-code = Код
stats-head-name = Атауы
