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
cli-verify-texts = Зерттеудегі көрсеткіштер пакеттерінің мәтіндері жатқан қалта: пакеттер сол мәтіндерден қайта жасалып, салыстырылады.
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
verify-features-made = Көрсеткіштер мәтіндерден қайта алынды, байтпа-байт бірдей: { $files }
verify-features-given = Көрсеткіштер сол күйінде алынды, өйткені мәтіндерінің бәрі қолда жоқ: { $files }
verify-features = { $file }: мәтіндерден басқа пакет шығады ({ $at }-байттан; айырмашылығы: { $parts }); оны `daryn features FILE... --out { $file }` арқылы қайта жасаңыз немесе мәтіндерді кім өзгерткенін анықтаңыз
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
cli-search = Құжаттардан сөздерді, сөз негіздерін, тіркестерді немесе тұрақты өрнекті мәнмәтінімен табу.
cli-search-dir = Құжаттар қалтасы немесе бір құжат.
cli-search-query = Қатар тұрған сөздер; сөз* — осылай басталатын әр сөз, жеке тұрған * — кез келген бір сөз.
cli-search-stem = Әр сөздің барлық тұлғасын үзінді тіліндегі негізі бойынша табу.
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
cli-stats-quality = Деректерде не дұрыс емес екенін немесе оларды қолданар алдында не білу керегін айту.
cli-stats-quality-kind = Тек осы түрдегі ескертулер, мысалы, sources-differ, gap немесе zero-missing.
cli-indicators = Зияткерлік көші-қон көрсеткіштері: олардың мағынасы, мәндері, қатар қойылған дереккөздер, ел туралы бет.
cli-indicators-list = Каталогты көрсету: анықтамасы, қамтуы, формуласы, өлшем бірлігі, қауіпті тұстары, ТДМ-мен байланысы.
cli-indicators-compute = Бақыланған және есептелген мәндерді дереккөзі мен негізделген орындарымен шығару.
cli-indicators-sources = Бір шаманың барлық дереккөзін қатар қойып, ереже қайсысын таңдайтынын айту.
cli-indicators-profile = Ел туралы бір бет жасау: деректер, үрдістер, салыстыру елдері, серіктес аумақтар, не жетіспейтіні.
cli-indicators-dir = Зерттеу немесе статистика файлдары бар бума; ондағы `indicators.toml` каталогты толықтырады.
cli-indicators-own = Ішіндегі `indicators.toml` каталогты толықтыратын бума.
cli-indicators-area = Ел немесе аумақ, коды не атауы: KAZ, KZ, 398, Қазақстан.
cli-indicators-partner = Серіктес аумақ; көрсетілмесе, барлық серіктес аумақ бірге.
cli-indicators-indicator = Каталог көрсеткіші немесе деректерде кездесетін дереккөз коды.
cli-indicators-compare = Салыстыратын елдер, үтірмен: CHN,IND,KOR; көрсетілмесе, зерттеудегі елдер.
cli-indicators-profile-format = Беттің түрі: html, json немесе text.
indicators-title = Көрсеткіштер
indicators-quality-title = Деректер туралы не білу керек
indicators-no-figures = Бумада мұндай деректер жоқ: { $area }.
indicators-picked = Ереже { $source } дереккөзін таңдайды: { $reason }.
indicators-reason-only = басқа дереккөз жоқ
indicators-reason-study = зерттеу соны қалайды
indicators-reason-published = ол жарияланған, ал келесісі осында есептелген
indicators-reason-counting = оның есептеу тәсілі каталогта бірінші тұр
indicators-reason-made = ол санау арқылы алынған, ал келесісі бағалау не модель арқылы
indicators-reason-answers = ол ресми дереккөзге жақын жерден алынған
indicators-reason-doubt = онда күмәнді не есептелген мәндер азырақ
indicators-reason-reach = оның деректері кейінірек кезеңге жетеді
indicators-reason-release = ол кейінірек шығарылған
indicators-reason-periods = онда кезеңдер көбірек
indicators-reason-name = оларды атаулары ғана ажыратады
indicators-later-in-doubt = Басқа дереккөздердің кейінірек деректері күмәнді, сондықтан таңдалмаған: { $sources }.
indicators-direction = { $from } және { $to } аралығында { $first } мен { $other } дереккөздері қарама-қарсы бағытта өзгерген: { $one } және { $two }.
indicators-sign = { $period } кезеңі бойынша { $first } мен { $other } дереккөздерінің таңбалары әртүрлі: { $one } және { $two }.
indicators-head-id = Идентификатор
indicators-head-theme = Тақырып
indicators-head-name = Атауы
indicators-head-definition = Анықтама
indicators-head-formula = Формула
indicators-head-unit = Өлшем бірлігі
indicators-head-coverage = Қамтуы
indicators-head-interpretation = Түсіндірме
indicators-head-sdg = ТДМ
indicators-head-indicator = Көрсеткіш
indicators-head-area = Аумақ
indicators-head-partner = Серіктес аумақ
indicators-head-period = Кезең
indicators-head-value = Мән
indicators-head-status = Мәртебе
indicators-head-source = Дереккөз
indicators-head-vintage = Шығарылым
indicators-head-support = Негізі
indicators-head-code = Код
indicators-head-counts = Не есептеледі
indicators-head-picked = Таңдалған
indicators-head-spread = Алшақтық, %
indicators-head-kind = Түрі
indicators-head-message = Хабар

# Нәтижелер кестелері.
cli-table-format = Нәтиженің түрі: csv, json, xlsx немесе parquet; көрсетілмесе, csv.
cli-table-output = Жазылатын файл; көрсетілмесе, csv мен json стандартты шығысқа беріледі.
cli-keyness = Басқа мәтінмен салыстырғанда мәтінге қандай сөздер тән екенін көрсету.
cli-keyness-text = Мәтін мен салыстыру мәтіні, әрқайсысы — құжат не қалта; --against болса, бәрі — мәтін.
cli-keyness-against = Салыстыру мәтінінің құжаттары мен қалталары.
cli-keyness-all = Басқа көрсеткіштерді де беру: хи-квадрат, айырмалар, мүмкіндіктер, шашыраңқылық, p, екі мәтіннің көлемі.
cli-keyness-min-count = Екі мәтінде бірге N реттен аз кездесетін сөздерді алып тастау.
cli-keyness-stem = Сөздердің орнына әр үзіндінің тіліндегі сөз негіздерін санау.
cli-keyness-language = Тек осы тілдегі үзінділерді санау: kk, ru немесе en.
cli-keyness-without-notes = Редактор ескертпелері мен құжат мазмұнын қоспау.
keyness-title = Мәтінге тән сөздер
keyness-head-feature = Сөз
keyness-head-a = Мәтіндегі жиілігі
keyness-head-b = Салыстыру мәтініндегі жиілігі
keyness-head-ll = Шындыққа ұқсастық логарифмі, екі ұяшық
keyness-head-g2 = Шындыққа ұқсастық логарифмі, төрт ұяшық
keyness-head-log-ratio = Үлестер қатынасының логарифмі
keyness-head-bic = BIC өлшемі
keyness-head-q = Бенджамини — Хохбергтің q мәні
keyness-head-dp = Үлестердің ауытқуы
keyness-head-chi2 = Хи-квадрат
keyness-head-chi2-yates = Йейтс түзетуімен хи-квадрат
keyness-head-diff = Пайыздық айырма
keyness-head-odds = Мүмкіндіктер қатынасы
keyness-head-pmi = Нүктелік өзара ақпарат
keyness-head-range = Сөзі бар бөліктер
keyness-head-parts = Барлық бөліктер
keyness-head-dp-norm = Үлестердің нормаланған ауытқуы
keyness-head-p = Шындыққа ұқсастық логарифмінің p мәні
keyness-head-p-log10 = мәнділік, −log10 p
keyness-head-c = Мәтіндегі сөз саны
keyness-head-d = Салыстыру мәтініндегі сөз саны
cli-scale = Құжаттарды қолданылған сөздері бойынша бір шкалаға орналастыру.
cli-scale-wordscores = Құжаттардың орнын орны белгілі құжаттар бойынша табу.
cli-scale-wordfish = Құжаттардың орнын тек сөздері бойынша табу.
scale-many = Құжаттар: { $n }. Олардың саны артқан сайын уақыт күрт өседі; wordfish есебі ұзаққа созылуы мүмкін.
cli-scale-table = Жиіліктер CSV кестесі: document,feature,count немесе әр құжатқа жол, әр белгіге баған; стандартты кіріс үшін -.
cli-scale-reference = Орны белгілі құжаттар және сол орындар: left.txt=-1.
cli-scale-rescale = Белгілі орындардың шкаласындағы орындарды да беру: lbg (орны белгісіз құжаттар бойынша), lbg-all (бәрі бойынша) немесе mv.
cli-scale-direction = Екі құжат, біріншісінің орны кішірек болады; көрсетілмесе — кестедегі бірінші және соңғы құжат.
cli-scale-prior-sd = Бетаның априорлық үлестірімінің стандартты ауытқуы; көрсетілмесе, 3.
cli-scale-features-in-rows = Кестеде әр белгіге жол, әр құжатқа баған берілген.
cli-scale-features = Орындардың орнына белгілердің параметрлерін беру.
cli-scale-leave-one-out = Құжаттарды бір-бірлеп алып тастағанда шығатын орындарды беру.
scale-head-document = Құжат
scale-head-position = Орны
scale-head-se = Стандартты қате
scale-head-lo = 95 пайыздық аралық, төменгі шегі
scale-head-hi = 95 пайыздық аралық, жоғарғы шегі
scale-head-rescaled = Қайта есептелген орны
scale-head-rescaled-se = Қайта есептелген стандартты қате
scale-head-rescaled-lo = Қайта есептелген аралық, төменгі шегі
scale-head-rescaled-hi = Қайта есептелген аралық, жоғарғы шегі
scale-head-known = Белгілі орны
scale-head-scored = Бағасы бар сөздер
scale-head-words = Сөз саны
scale-head-wide-se = Дисперсия ескерілген стандартты қате
scale-head-wide-lo = Дисперсия ескерілген аралық, төменгі шегі
scale-head-wide-hi = Дисперсия ескерілген аралық, жоғарғы шегі
scale-head-alpha = Альфа, құжаттың ұзындығы
scale-head-feature = Сөз
scale-head-score = Бағасы
scale-head-beta = Бета, сөз құжаттарды қаншалықты ажыратады
scale-head-psi = Пси, сөздің жиілігі
scale-head-left-out = Алып тасталған құжат
scale-head-turned = Реті өзгерген жұптар
scale-head-pairs = Жұптар
scale-head-move = Жылжуы
cli-count = Құжаттардағы сөздерді немесе сөздік санаттарын санау.
cli-count-path = Файлдар немесе файлдары бар қалталар; әр файл — бір құжат.
cli-count-lines = Әр жолында бір құжат бар файл; - стандартты енгізуді білдіреді.
cli-count-dictionary = TOML пішіміндегі санаттар сөздігі (docs/counting.md).
cli-count-features = Барлық құжаттағы әр сөзді санау.
cli-count-total = Әр құжат бойынша емес, барлық құжат бойынша бірге санау.
cli-count-by-document = Әр құжаттағы әр сөзді санау.
cli-count-passages = Файлдың әр үзіндісін бір құжат деп санау.
cli-count-stem = Сөздердің негіздерін салыстыру; =kk, =ru не =en берілмесе, әр құжаттың өз тілінде.
cli-count-roll-up = Сөздіктің кестелерін де санау: олардың ішіндегі санаттар санаған нәрсе.
cli-count-every-match = Бір санаттың ортақ сөзі бар сәйкестіктерін де санау; әйтпесе олардың ең ұзыны саналады.
cli-count-per = Бағандар қосу: құжаттағы сөздер саны және N сөзге шаққандағы жиілік.
cli-count-min = Саны N-нен кем жолдарды өткізіп жіберу.
count-head-document = құжат
count-head-category = санат
count-head-feature = белгі
count-head-count = саны
count-head-words = сөздер
count-head-rate = жиілік
# `daryn agree` пәрмені.
cli-agree = Кодтаушылардың қаншалықты келісетінін көрсету: альфа, каппа және басқа өлшемдер; кодтар, бірліктер, кодтаушылар және мәтін кесінділері бойынша.
cli-agree-file = unit, coder, value бағандары бар CSV; --spans берілсе — document, coder, start, end, code; - стандартты енгізуді білдіреді.
cli-agree-metric = Мәндер шкаласы: nominal (номиналдық), ordinal (реттік), interval (интервалдық) немесе ratio (қатынастар); көрсетілмесе, nominal.
cli-agree-order = Реттік шкаланың мәндері, біріншісінен соңғысына дейін; мәндер сан болмаған жағдайда.
cli-agree-bootstrap = Альфа аралығы үшін бірліктерді қайта іріктеу саны; көрсетілмесе, аралық болмайды.
cli-agree-seed = Қайта іріктеуге арналған кездейсоқ сандардың бастапқы саны (seed); көрсетілмесе, 1.
cli-agree-by-coder = Кодтаушылар 20-дан көп болса да, оларды жұп-жұбымен салыстыру және әрқайсысын кезекпен алып тастау.
cli-agree-spans = Шекараларды кодтаушылар өздері таңдаған: таңбалар мен кесінділер бойынша келісім.
cli-agree-length = Әр құжаттағы таңбалар саны; length бағаны болмаған жағдайда.
cli-agree-format = Шығару түрі: text, json, csv, xlsx немесе parquet.
cli-agree-output = Жазылатын файл; xlsx және parquet үшін міндетті.
agree-title = Кодтаушылардың келісімі
agree-data = { $units } бірлік, { $coders } кодтаушы, { $values } мән
agree-metric-nominal = номиналдық шкала
agree-metric-ordinal = реттік шкала
agree-metric-interval = интервалдық шкала
agree-metric-ratio = қатынастар шкаласы
agree-name-alpha = Криппендорф альфасы, { $metric }
agree-name-percent = Сәйкес келген жұптар үлесі
agree-name-kappa = Коэн каппасы
agree-name-linear = Сызықтық салмақты каппа
agree-name-quadratic = Квадраттық салмақты каппа
agree-name-fleiss = Флейс каппасы
agree-name-pi = Скотт пи коэффициенті
agree-name-ac1 = Гвет AC1 коэффициенті
agree-interval = қайта іріктеулердің 95%-ында { $low } мен { $high } аралығында (бірліктер { $repeats } рет іріктелді, бастапқы сан (seed): { $seed })
agree-below = іріктеулердің { $low }%-ында 0,667-ден төмен, { $high }%-ында 0,800-ден төмен
agree-undefined-repeats = барлық мәні бірдей болып, альфасы анықталмаған қайта іріктеулер: { $n }, барлығы { $all }; олар аралыққа да, үлестерге де кірмейді
agree-never-defined = альфа бірде-бір қайта іріктеуде анықталмаған
agree-no-bootstrap = сұралмаған; аралықты --bootstrap N береді
agree-no-variation = барлық мән бірдей: келіспейтін ештеңе болған жоқ
agree-one-coder = мәндерді бір ғана кодтаушы берген
agree-one-unit = екі кодтаушының мәні бір ғана бірлікте бар
agree-no-pairs = екі кодтаушының мәні бар бірлік жоқ
agree-not-two-coders = өлшем дәл екі кодтаушы үшін анықталған
agree-unequal-ratings = өлшем үшін әр бірліктегі мәндер саны бірдей болуға тиіс
agree-outside-scale = бұл шкалада мұндай мәндермен есептеуге болмайды: олар теріс, тым үлкен немесе бір-біріне тым жақын
agree-no-order = номиналдық мәндердің реті жоқ
agree-nothing = үлесі алынатын ештеңе жоқ
agree-not-compared = Кодтаушылар 20-дан көп: оларды өзара салыстыру үшін --by-coder беріңіз.
agree-codes = Кодтар бойынша: берілген немесе берілмеген
agree-disagreed = Келіспеушілік ең көп бірліктер
agree-pairs = Кодтаушылар жұптары
agree-without = Бір кодтаушысыз альфа
agree-code = код
agree-count = мәндер
agree-prevalence = үлесі
agree-alpha = альфа
agree-percent = сәйкес жұптар
agree-positive = келісім: берілді
agree-negative = келісім: берілмеді
agree-unit = бірлік
agree-observed = келіспеушілік
agree-share = барлығындағы үлесі
agree-values = мәндер
agree-pair = кодтаушылар
agree-units = бірліктер
agree-kappa = каппа
agree-coder = кімсіз
agree-span-data = { $documents } құжат, { $coders } кодтаушы, { $characters } таңба
agree-span-alpha-all = Барлық таңба бойынша альфа, «кодсыз» да — мән
agree-span-alpha-coded = Кемінде бір кодтаушы код берген таңбалар бойынша альфа
agree-span-alpha-labels = Кемінде екі кодтаушы код берген жердегі кодтар альфасы
agree-span-kappa = Барлық таңба бойынша Коэн каппасы
agree-characters = таңбалар
agree-by-characters = Таңбалар бойынша; жұптағы бірінші кодтаушы эталон ретінде алынды
agree-by-segments = Ұзынырағының кемінде жартысымен қабаттасатын кесінділер бойынша
agree-precision = дәлдік
agree-recall = толықтық
agree-f1 = F1
agree-iou = қиылысу үлесі (IoU)
agree-combined = Бір кодтаушы бірнеше код берген таңбалар: { $n }. Альфалар мен каппада мұндай тіркесім — жеке мән.
agree-not-read = Құжатта жолы жоқ кодтаушылар: { $n } (біріншісі: { $coder }, құжат: { $document }). Олар құжатты оқымаған деп саналады; оқып, код бермегенін start, end және code ұяшықтары бос жол білдіреді.
agree-head-part = Бөлік
agree-head-name = Атауы
agree-head-other = Басқа атауы
agree-head-quantity = Өлшем
agree-head-value = Мәні
agree-head-reason = Мәннің болмау себебі
# `daryn code` командасы.
cli-validate = Екі кодтаушыға үзінділер іріктеп, қағидаларды олардың тапқанымен салыстыру.
cli-validate-dir = Құжат мәтіндері бар зерттеу.
cli-validate-labels = Екі кодтаушы толтырған парақтар; нәтиже зерттеуде сақталып, есепте айтылады.
cli-validate-coders = Екі кодтаушының аты; берілмесе, оны парақтарға өздері жазады.
cli-validate-by = Үзінділер не бойынша бөлек іріктеледі: language (тіл; берілмесе, осы) немесе document (құжат).
cli-validate-with = Қағидалар берген әр код бойынша іріктелетін үзінді, ең көбі; берілмесе, 5.
cli-validate-without = Кодсыз үзінділерден іріктелетіні, ең көбі; берілмесе, 50.
cli-validate-seed = Кездейсоқ іріктеудің бастапқы мәні; берілмесе, зерттеудікі.
validate-title = Валидация
validate-drawn = іріктелген үзінді: { $n }, барлығы: { $population }, страта саны: { $strata }, бастапқы мән: { $seed }
validate-without-rules = тілі бойынша қағида жоқ, іріктеуге кірмеген үзінділер: { $n }
validate-files = жазылды: { $files }
validate-how = Әр кодтаушы бір парақтың codes бағанын қағидаларды да, екінші парақты да көрмей, өзі толтырады: кодтардың арасына ; қойылады, ешқайсысы сәйкес келмесе, - жазылады. Одан кейін: daryn validate DIR --labels FILE FILE
validate-found = екеуі де белгілеген үзінділер ({ $coders }): { $n }, Криппендорф альфасы: { $alpha }, алшақтық саны: { $disagreements }
validate-kept = зерттеуде сақталды: { $table }, { $result }; нәтиже есепке енуі үшін зерттеуді қайта іске қосыңыз
validate-head-language = Тіл
validate-head-part = Бөлік
validate-head-code = Код
validate-head-passages = Үзінділер
validate-head-positives = Оң жағдайлар
validate-head-disputed = Даулы
validate-head-right = Дұрыс
validate-head-wrong = Қате
validate-head-missed = Қалып қойған
validate-head-precision = Дәлдік
validate-head-recall = Толымдылық
validate-head-f1 = F1
validate-head-f1-reading-1 = F1, 1-оқу
validate-head-f1-reading-2 = F1, 2-оқу
validate-head-f1-between-readings = Екі оқудың арасындағы F1
validate-head-alpha-of-readings = Екі оқудың альфасы
validate-head-precision-low = Дәлдік, төменгі шек
validate-head-precision-high = Дәлдік, жоғарғы шек
validate-head-recall-low = Толымдылық, төменгі шек
validate-head-recall-high = Толымдылық, жоғарғы шек
validate-head-f1-low = F1, төменгі шек
validate-head-f1-high = F1, жоғарғы шек
cli-code = Құжат үзінділеріне кодтау кітабының кодтарын қағидалар бойынша беру.
cli-code-dir = Құжат мәтіндері бар зерттеу, құжаттар қалтасы немесе бір құжат.
cli-code-codebook = TOML пішіміндегі кодтау кітабы (docs/coding.md); берілмесе, бағдарламаға кіріктірілгені.
cli-code-rules = Кодтау кітабының TOML пішіміндегі қағидалары; берілмесе, бағдарламаға кіріктірілгені.
cli-code-language = Барлық үзіндіні осы тілдің қағидаларымен кодтау: kk, ru немесе en; берілмесе, әр үзінді өз тілінің қағидаларымен кодталады.
code-title = Кодтаулар
code-head-document = Құжат
code-head-passage = Үзінді
code-head-start = Басы
code-head-end = Соңы
code-head-code = Код
code-head-by = Кім берді
code-head-rule = Қағида
code-head-version = Қағида нұсқасы
code-head-quote = Мәтін
code-head-file = Файл
code-head-language = Тіл
code-head-codebook = Кодтау кітабы
code-head-codebook-version = Кодтау кітабының нұсқасы
code-count = кодтаулар: { $codings }, үзінділер: { $passages }, құжаттар: { $documents }

cli-coder = Әрекетті орындаушының аты; берілмесе, жүйе пайдаланушысының аты.
cli-store-codebook = TOML пішіміндегі кодтау кітабы (docs/coding.md); берілмесе, зерттеудің codebook.toml файлы, ол да болмаса, бағдарламаға кіріктірілгені.
cli-import = Басқа жерде жасалған кодтауды қабылдау: басқа бағдарламадан, кестеден, Word ескертпелерінен.
cli-import-file = Жоба немесе кодтау кітабы (.qdpx, .qde, .qdc), адамдар кодтаған кесте (.xlsx), ескертпелері бар құжат (.docx).
cli-import-dir = Зерттеу; ол жоқ болып, файл жоба не кодтау кітабы болса, жаңасы жасалады.
import-new = { $counted } (жаңасы: { $n })
import-next = қабылданған құжаттардың қай беттен көрілгені көрсетілмеген: құжаттар кестесіндегі source_url бағанын толтырыңыз, жолдар: { $n }
store-count = { $what ->
    [codes] кодтар: { $n }
    [coders] кодтаушылар: { $n }
    [documents] құжаттар: { $n }
    [codings] кодтаулар: { $n }
    [memos] жазбалар: { $n }
    [notes] үзінділерге жазбалар: { $n }
    [variables] айнымалылар: { $n }
    [cases] жағдайлар: { $n }
    [sets] жиындар: { $n }
    [links] байланыстар: { $n }
    [graphs] сызбалар: { $n }
    [removed] алып тасталған кодтаулар: { $n }
    [noted] өзгертілген жазбалар: { $n }
    [moved] мәтінмен бірге жылжыған кодтаулар: { $n }
    [accepted] расталған жаңа орындар: { $n }
   *[review] тексеруді қажет ететіндері: { $n }
}
cli-history = Зерттеудің кодтауымен кім, қашан, не істегенін көрсету.
history-undone = (кері қайтарылған)
history-what = { $kind ->
    [import] { $file } файлының импорты
    [undo] { $event }-оқиғаны кері қайтару
    [anchor] мәтіндер өзгерді
    [coding] кодтау
    [memo] жазбалар
    [code] кодтар
    [document] құжаттар
    [accept] орындарды тексеру
   *[other] басқа
}
cli-undo = Зерттеудің кодтауымен жасалған соңғы әрекетті немесе көрсетілген оқиғаны кері қайтару.
cli-undo-event = `daryn history` көрсететін оқиға нөмірі; кері қайтару да — оқиға, оны да кері қайтаруға болады.
undo-done = { $time } уақытындағы { $event }-оқиға кері қайтарылды, { $who } — { $what }; қазіргі кодтаулар: { $n }
undo-files = импорт зерттеу файлдарына жазған мәтіндер, құжат жолдары және кодтар орнында қалады; керек болмаса, өшіріңіз
cli-codings = Адамдар жасаған кодтауларды және олардың тексеруді қажет ететіндерін көрсету.
cli-codings-review = Мәтін өзгергендіктен сөздері бұрынғы орнында тұрмаған кодтаулар ғана.
cli-codings-accept = Кодтаудың жаңа орнын идентификаторы бойынша немесе ықтимал орны бар бәрін растау: all.
cli-codings-drop = Кодтауды идентификаторы бойынша алып тастау.
codings-title = Адамдар жасаған кодтаулар
codings-count = кодтаулар: { $n }, үзінділерге жазбалар: { $notes }, тексеруді қажет ететіндері: { $review }
codings-head-document = Құжат
codings-head-passage = Үзінді
codings-head-start = Басы
codings-head-end = Соңы
codings-head-code = Код
codings-head-by = Кім берді
codings-head-coder = Кодтаушы
codings-head-time = Уақыты
codings-head-version = Кодтау кітабының нұсқасы
codings-head-quote = Мәтін
codings-head-memo = Жазба
codings-head-id = Идентификатор
codings-head-file = Файл
codings-head-place = Орны
codings-head-now-start = Қазіргі басы
codings-head-now-end = Қазіргі соңы
codings-head-now-quote = Қазіргі мәтін
cli-export = Кодтауларды басқа бағдарламаларға немесе адамдар кодтайтын кестеге жазу.
cli-export-to = Файл; не жазылатыны атының соңынан белгілі: .qdpx, .qdc, .xlsx, .csv, .parquet, .jsonl, .r, .do, .sps.
cli-export-table = Кодтаулар кестесі: segments (бір-бірлеп), matrix (құжаттар мен кодтар, 0 және 1), counts (сандар), cooccurrence (кодтардың бірге кездесуі); файл .xlsx болмаса, әдепкісі — segments.
cli-export-for = Файл не үшін: кесте үшін coding (кодталатын үзінділер) немесе review (жетекші тексеретін кодтаулар), берілмесе, coding; жоба үшін qualcoder — бұл бағдарлама нені өзгертетінін білу үшін.
cli-export-supervisor = Кодтауларды тексерушінің аты; --for review параметрімен бірге.
cli-export-rules = Қағидалар тапқандарын қосу: файлдағы қағидалар, файл аталмаса, бағдарламаға кіріктірілгендері.
export-done = { $path } файлы жазылды; зерттеудегі кодтаулар: { $codings }; жоғалтулар мен ескертулер: { $losses }
# Кодтау кітаптары және тексеру кітаптары.
sheet-document = Құжат
sheet-passage = Үзінді
sheet-heading = Тақырып
sheet-text = Мәтін
sheet-code = Код
sheet-memo = Жазба
sheet-coder = Кодтаушы
sheet-codebook = Кодтау кітабы
sheet-how = Қалай кодтау керек
sheet-name = Атауы
sheet-definition = Анықтама
sheet-include = Не кодталады
sheet-exclude = Не кодталмайды
sheet-example = Мысал
sheet-not-listed = Бұл тізімде жоқ. Кодтың id-ін немесе атауын теруге болады; басқасы белгісіз деп көрсетіледі. Қалдырасыз ба?
sheet-how-to =
    Әр жол — бір үзінді. Тақырып пен мәтінді оқып, «Код 1», «Код 2» және одан кейінгі ұяшықтардың тізімінен код таңдаңыз; кодтардың реті маңызды емес. Үзіндіде бірнеше код болуы да, бірде-бір код болмауы да мүмкін.
    Кодты теріп жазуға да болады: id-ін немесе кез келген тілдегі атауын.
    Кодты алып тастау үшін ұяшығын тазалаңыз. Жолдарды жоймаңыз: жойылған жолдың кодтаулары бұрынғыша қалады.
    «Жазба» бағанына үзінді туралы есте сақтағыңыз келгенді жазыңыз.
    Құжат, үзінді, тақырып және мәтін қорғалған: кодтау солар бойынша табылады. Сүзгілер, бағандардың ені және өзіңіз қосқан бағандар кедергі келтірмейді. Жолдарды сұрыптау үшін алдымен парақтың қорғанысын алып тастаңыз (құпиясөз жоқ).
    Әр кодтаушы өз парағында жұмыс істейді және басқалардікіне қарамайды.
    Файлды XLSX түрінде сақтап, қайтарыңыз.
review-number = №
review-quote = Сөздер
review-agree = Келісесіз бе?
review-other-code = Басқа код
review-comment = Түсініктеме
review-yes = иә
review-no = жоқ
review-sheet = Тексеру
review-not-listed = Тізімнен жауап таңдаңыз немесе ұяшықты бос қалдырыңыз.
review-how-to =
    Әр жол — бір кодтау: сөздер, код және оны кім бергені.
    Келісу бағанында «иә» немесе «жоқ» таңдаңыз, не басқа код бағанында өзіңіз дұрыс деп санайтын кодты көрсетіңіз. Бос қалған жол бойынша шешім қабылданбайды.
    «Түсініктеме» бағанына кодтаушы білуі тиіс нәрсені жазыңыз.
    Файлды XLSX түрінде сақтап, қайтарыңыз.

# `daryn compare` командасы.
cli-compare = Екі мәтінді салыстыру: не сақталды, өзгертілді, орын ауыстырды, қосылды немесе алып тасталды.
cli-compare-file = Бұрынғы мәтін, содан кейін жаңасы немесе сол актінің басқа тілдегі мәтіні; --line болса, уақыт ретімен екі не одан көп мәтін.
cli-compare-line = Бірліктерді барлық файлдан бақылау: өмірі, сақталуы, жаңалығы, алынған сөздер.
cli-compare-unit = Не салыстырылады: article — баптар (бап болмаса, тармақтар) немесе leaf — ең кіші үзінділер; көрсетілмесе, article.
cli-compare-format = Нәтиженің түрі: text, json, html, csv, xlsx немесе parquet; көрсетілмесе, text.
cli-compare-output = Жазылатын файл; көрсетілмесе, xlsx пен parquet-тен басқасы стандартты шығысқа беріледі.
compare-lang = kk
compare-title = Екі мәтінді салыстыру
compare-articles = Баптар
compare-points = Тармақтар
compare-leaves = Ең кіші үзінділер
compare-outside = Бұлардан тыс үзінділер
compare-counts = { $what }: сақталғаны — { $kept }, өзгертілгені — { $edited }, орын ауыстырғаны — { $moved }, қосылғаны — { $new }, алып тасталғаны — { $dropped }
compare-differences = Екі тілдегі сандардың, күндердің және нөмірлердің айырмашылық саны: { $n }
compare-difference = { $label }, { $kind }: { $old } → { $new }
compare-difference-note = { $label }, ескерту, { $kind }: { $old } → { $new }
compare-no-label = нөмірсіз
compare-in-note = ескерту
compare-kind-number = сан
compare-kind-date = күн
compare-kind-label = нөмір
compare-missing = жоқ
compare-status-kept = сақталды
compare-status-edited = өзгертілді
compare-status-moved = орын ауыстырды
compare-status-new = қосылды
compare-status-dropped = алып тасталды
compare-note-rewritten-under-the-same-number = сол нөмірмен жаңадан жазылды
compare-note-renumbered = бұрын { $old }, енді { $new }
compare-note-edited = әрі өзгертілді
compare-note-out-of-order = басқа ретпен
compare-note-under-another-part = басқа бөлімде
compare-note-repealed-in-old = ескі мәтінде-ақ күші жойылған
compare-note-repealed-in-new = жаңа мәтінде күші жойылған, тақырыбы немесе осыны айтатын сөздер ғана қалған
compare-changed = Не өзгерді
compare-show = Сөздерін көрсету
compare-old = Бұрынғы мәтін
compare-new = Жаңа мәтін
compare-dropped-from = алып тасталды:
compare-dropped-to = алып тасталғанның соңы
compare-new-from = қосылды:
compare-new-to = қосылғанның соңы
compare-head-label = Нөмірі
compare-head-kind = Түрі
compare-head-part = Бөлігі
compare-head-status = Күйі
compare-head-note = Ескертпе
compare-head-share = Қысқарақ мәтін сөздерінің ортақ үлесі
compare-head-old-label = Бұрынғы нөмірі
compare-head-old-kind = Бұрынғы түрі
compare-head-old-passage = Бұрынғы үзінді
compare-head-old-text = Бұрынғы мәтіні
compare-head-new-label = Жаңа нөмірі
compare-head-new-kind = Жаңа түрі
compare-head-new-passage = Жаңа үзінді
compare-head-new-text = Жаңа мәтіні
compare-head-old-file = Бұрынғы файл
compare-head-new-file = Жаңа файл
compare-lives = Бірліктердің өмірі
compare-survival = { $from } → { $to }, { $what }: { $units } бірліктен қалғаны — { $survived }
compare-survival-repealed = { $from } → { $to }, { $what }: { $units } бірліктен қалғаны — { $survived }, олардың ішінде күші жойылғаны — { $repealed } (редактор ескертпесі бар тақырып немесе осыны айтатын сөздер); бұрын-ақ күші жойылғаны — { $before }
compare-by-labels = сөздері емес, нөмірлері бойынша сәйкестендірілді: мәтіндер екі тілде
compare-novelty = { $file }, терезе { $window }: жаңалығы — { $novelty }, өткіншілігі — { $transience }, резонансы — { $resonance } бит
compare-not-defined = анықталмаған
compare-undefined-nothing-before = алдында құжат жеткіліксіз
compare-undefined-nothing-behind = соңында құжат жеткіліксіз
compare-undefined-several-languages = құжаттар әр тілде
compare-undefined-no-words = құжаттардың бірінде сөз жоқ
compare-reuse = { $from } → { $to }: алынған алты сөзді тізбектердің үлесі — { $share }, көбіне алынған үзінділер: { $n }
compare-attention = { $file }, { $code }: 1000 сөзге { $n }, үзінділер: { $passages }
compare-codebook-range = { $file }, { $code }: 1000 сөзге { $n }; бір қағида не бір белгі алынып тасталғанда, ең азы — { $least } (алынғаны: { $least-without }), ең көбі — { $most } (алынғаны: { $most-without })
compare-codebook-change = { $from } → { $to }, { $code }: 1000 сөзге { $before } → { $after }; бір қағида не бір белгі алынып тасталғандағы бағыты: { $direction }
compare-codebook-turned = { $from } → { $to }, { $code }: 1000 сөзге { $before } → { $after }; бір қағида не бір белгі алынып тасталғандағы бағыты: { $direction } (мынаның бірі алынса, басқа болады: { $turned })
compare-coders = { $file }, { $code }: оқылған үзінді саны — { $read }; коды бары: бірінші оқыған бойынша — { $first }, екіншісі бойынша — { $second }, қағидалар бойынша — { $rules }
compare-measures = { $file }: қағидалар бойынша табылған шара саны — { $n }; алты бөліктің оларда орта есеппен табылғаны — { $completeness }
compare-measures-none = { $file }: қағидалар бірде-бір шара таппады; бұл мәтінде шара жоқ дегенді білдірмейді
compare-measures-step = { $old } → { $new }, шаралар: сақталды — { $kept }, өзгерді — { $changed }, алып тасталды — { $dropped }, жаңа — { $added }
compare-measures-languages = { $old } → { $new }, шаралар: сәйкестендірілмеді, өйткені мәтіндер қағидалар білетін бір тілде емес
compare-more = Әр бірліктің өмірі мен үзінділері: --format json немесе csv.
compare-head-unit = Бірлік
compare-head-first = Алғаш тұрған файлы
compare-head-last = Соңғы тұрған файлы
compare-head-edited = Өзгертілген файлдары
compare-head-moved = Орын ауыстырған файлдары
compare-head-passages = Үзінділері

# `daryn features` командасы.
cli-features = Мәтіндердің сөйлемдерсіз көрсеткіштер пакетін және ол бойынша кестелер жасау.
cli-features-file = Мәтіндер; бір актінің редакциялары уақыт ретімен.
cli-features-out = Жазылатын пакет.
cli-features-tables = Кестелері керек пакет.
cli-features-readings = Екі адам үзінділерге берген кодтар (docs/compare.md), CSV пішімінде.
cli-features-format = Кестелердің түрі: text, json, csv, xlsx немесе parquet; көрсетілмесе, text.
features-written = { $path }: құжат саны — { $documents }, байт саны — { $bytes }
features-readings = Екі адам оқыған үзінді саны: { $n }; басқа мәтіндер туралы ескерілмеген жол саны: { $others }

# `daryn measures` командасы.
cli-measures = Мәтіндердегі саясат шаралары: кім, нені, қашанға дейін, қандай қаражатпен және қандай көрсеткішпен істейді; оларды тексеру және тағдыры.
cli-measures-extract = Құжаттың шараларын бөліктерімен беру; әр бөліктің мәтінде өз орны бар.
cli-measures-review = Ұсынылған шараларды қабылдау, қабылдамау немесе түзету: терминалда бір-бірлеп немесе электрондық кесте арқылы.
cli-measures-confirm = Қабылданған ұсыныстарды үзінділерімен бірге зерттеу шараларына қосу.
cli-measures-match = Екі құжаттың шараларын салыстыру: кейінге шегерілген мерзімдер, қысқартылған қаражат, өзгерген көрсеткіштер мен орындаушылар, алынып тасталған және жаңа шаралар.
cli-measures-line = Шараларды уақыт ретімен берілген мәтіндер бойынша қадағалау: әрқайсысы қашан пайда болды, өзгерді және алып тасталды.
cli-measures-line-file = Уақыт ретімен берілген мәтіндер, бәрі бір тілде.
cli-measures-file = Құжат: заң, тұжырымдама, іс-шаралар жоспары.
cli-measures-old = Бұрынғы құжат.
cli-measures-new = Кейінгі құжат.
cli-measures-bodies = aliases, valid_from және successors өрістері бар органдар кестесі: зерттеудің bodies.csv файлы.
cli-measures-from = --to арқылы жазылған XLSX кітабы немесе шешімдері бар CSV файлы; CSV-де шешім decision бағанында тұрады: accept, reject немесе edit.
cli-measures-to = XLSX кітабын жазу: әр жолда бір шара, тізімнен таңдалатын шешім, түзетуге болатын бөліктер, жазба.
cli-measures-reviewer = Кім тексереді; аты-жөні әр шешімнің жанында тұрады.
cli-measures-format = Нәтиже түрі: csv (әдепкі), json, xlsx, parquet немесе IG Script үшін ig.
measures-title = Шаралар
measures-match-title = Екі құжаттың шаралары
measures-count = шаралар: { $n }
measures-match-count = сақталды: { $kept }, өзгерді: { $changed }, алып тасталды: { $dropped }, жаңа: { $new }
measures-line-title = Шаралардың жолы
measures-line-count = { $old } → { $new }: сақталды — { $kept }, өзгерді — { $changed }, алып тасталды — { $dropped }, жаңа — { $added }
measures-reviewed = қабылданды: { $accepted }, қабылданбады: { $rejected }, шешілмеді: { $open }
measures-taken = алынған шешімдер: { $n }; ұсыныстар арасында жоқ жолдар: { $unknown }
measures-ask = a — қабылдау, r — қабылдамау, e — түзету, s — өткізіп жіберу, q — аяқтау:
measures-edit = бөлік=сөздер түріндегі жолдар; бос жол аяқтайды. Бөліктер: { $parts }
measures-not-understood = түсініксіз: { $found }
measures-not-there = алынбады, үзіндіде мұндай сөздер жоқ: { $found }
measures-no-value = алынбады, бұл күн (2030-12-31), сан, жыл немесе шара түрі емес: { $found }
measures-stays-open = бәрі алынбады, сондықтан шешім ашық қалды
measures-confirmed = { $file } файлына қосылған шаралар: { $n }
measures-in-several = олардың ішінде бірнеше тілде қабылданып, бір рет қосылғаны: { $n }
measures-head-document = Құжат
measures-head-file = Файл
measures-head-passage = Үзінді
measures-head-start = Басы
measures-head-end = Соңы
measures-head-language = Тіл
measures-head-rule = Қағида
measures-head-confidence = Сенімділік
measures-head-completeness = Алты бөліктің белгілісі
measures-head-polarity = Міндет, құқық, тыйым немесе жоспар
measures-head-actor = Орындаушы
measures-head-co-actor = Бірге орындаушы
measures-head-deontic = Деонтикалық оператор
measures-head-action = Әрекет
measures-head-object = Объект
measures-head-target-group = Нысаналы топ
measures-head-instrument = Құрал
measures-head-instrument-class = Құрал класы
measures-head-deadline = Мерзім
measures-head-deadline-kind = Мерзім түрі
measures-head-deadline-from = Мерзім, басы
measures-head-deadline-to = Мерзім, соңы
measures-head-deadline-count = Мерзім, неше бірлік
measures-head-deadline-unit = Мерзім бірлігі
measures-head-money = Қаражат
measures-head-amount = Сома
measures-amount-for-measure = осы шараға
measures-amount-for-several-rows = бірнеше жолға
measures-head-amount-for = Сома неге арналған
measures-head-currency = Валюта
measures-head-source = Қаражат көзі
measures-head-indicator = Көрсеткіш
measures-head-baseline = Бастапқы мән
measures-head-baseline-year = Бастапқы мән жылы
measures-head-target-value = Нысаналы мән
measures-head-target-year = Нысаналы мән жылы
measures-head-unit = Бірлік
measures-head-target-unit = Нысаналы мән бірлігі
measures-head-completion = Аяқталу нысаны
measures-head-condition = Шарт
measures-head-places = Орындары
measures-head-ig = IG Script
measures-head-text = Мәтін
measures-head-sha256 = Файл дайджесті
measures-head-locator = Қай жерде
measures-head-decision = Шешім
measures-head-memo = Жазба
measures-head-reviewer = Тексерген
measures-head-measure = Зерттеу шарасы
measures-sheet = Шаралар
measures-decision-accept = қабылдау
measures-decision-edit = өзгерту
measures-decision-reject = қабылдамау
measures-decision-open = шешілмеген
measures-how-to =
    Әр жол — бағдарлама ұсынған шара: мәтін және мәтін сөздерімен берілген әр бөлік. Бос бөлік оның көрсетілмегенін білдіреді.
    Шешім бағанында таңдаңыз: барлық бөлік дұрыс болса — «қабылдау»; бөлікті түзетсеңіз — «өзгерту»; бұл шара болмаса — «қабылдамау»; кейінге қалдырсаңыз — «шешілмеген».
    Бөлікте тек үзіндінің өз сөздері тұра алады. Оларды мәтіннен көшіріп алыңыз, ал бөлік онда көрсетілмесе, ұяшықты босатыңыз. Мерзім күні былай жазылады: 2030-12-31.
    Сұр бағандар тек оқуға арналған. Жолдарды сұрыптауға және сүзуге болады. Жойылған жол бойынша шешім қабылданбайды.
    Файлды XLSX түрінде сақтап, қайтарыңыз.
measures-match-head-fate = Шара не болды
measures-match-head-likeness = Ұқсастық
measures-match-head-part = Бөлік
measures-match-head-way = Қалай өзгерді
measures-match-head-old = Болған
measures-match-head-new = Болды
measures-match-head-since = Қай күннен
measures-match-head-old-passage = Ескі құжат үзіндісі
measures-match-head-new-passage = Жаңа құжат үзіндісі
measures-match-head-measure = Шара
measures-line-head-first = Алғаш тұрған мәтіні
measures-line-head-last = Соңғы тұрған мәтіні
measures-line-head-changes = Өзгерістер
measures-line-head-passages = Әр мәтіндегі үзіндісі
measures-line-head-polarity = Міндет, құқық, тыйым немесе жоспар
measures-line-head-measure = Шара
