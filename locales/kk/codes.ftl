# Names of codes: <scheme>-<code>.
act-decree = Жарлық
act-resolution = Үкімет қаулысы
act-law = Заң
act-order = Бұйрық
act-address = Жолдау
act-strategy = Стратегия
act-statement = Мәлімдеме
act-other = Өзге акт

role-corpus = зерттеу сұрағының корпусы
role-candidate = корпусқа кандидат
role-register = кеңейтілген тізілім

coverage-none = оқылмады
coverage-opening = басы оқылды
coverage-whole = толық оқылды
# The same at the end of a sentence.
language-kk = қазақ тілі
language-ru = орыс тілі
language-en = ағылшын тілі
language-other = басқа тіл

coverage-clause-none = мәтіні оқылмады
coverage-clause-opening = мәтінінің басы ғана оқылды
coverage-clause-whole = мәтіні толық оқылды

line-unit-article = баптар
line-unit-point = тармақтар
line-unit-leaf = ең кіші үзінділер
line-unit-measure = шаралар
line-unit-one-article = бап
line-unit-one-point = тармақ
line-unit-one-leaf = үзінді
line-status-there = бар
line-status-kept = сақталды
line-status-edited = өзгертілді
line-status-changed = өзгертілді
line-status-moved = орын ауыстырды
line-status-new = қосылды
line-status-dropped = алып тасталды
line-status-rewritten = жаңадан жазылды
line-status-repealed = күші жойылды
measure-part-actor = орындаушы
measure-part-co-actor = бірлесіп орындаушылар
measure-part-deontic = міндет білдіретін сөздер
measure-part-action = не істеледі
measure-part-object = объект
measure-part-target-group = шара қатысты адамдар
measure-part-instrument = құрал
measure-part-deadline = мерзім
measure-part-money = қаражат
measure-part-indicator = көрсеткіш
measure-part-completion = аяқтау нысаны
measure-part-condition = шарт
measure-part-polarity = міндет, құқық, тыйым не жоспар
measure-way-slipped = бұрынғыдан кеш немесе ұзақ
measure-way-advanced = бұрынғыдан ерте немесе қысқа
measure-way-cut = бұрынғыдан аз
measure-way-raised = бұрынғыдан көп
measure-way-lowered = бұрынғыдан төмен
measure-way-renamed = сол орындаушы, аты басқа
measure-way-added = енді ғана аталған
measure-way-removed = енді аталмайды
measure-way-changed = басқа болды
measure-polarity-obligation = міндеттер
measure-polarity-permission = құқықтар
measure-polarity-prohibition = тыйымдар
measure-polarity-plan = жоспарлар
line-editions-none = ешқайсысында
line-edition-single = бір редакция
line-undefined-value = анықталмаған
line-undefined-nothing-before = алдыңғы редакциялар жеткіліксіз
line-undefined-nothing-behind = кейінгі редакциялар жеткіліксіз
line-undefined-several-languages = редакциялар әр тілде
line-undefined-no-words = редакциялардың бірінде сөз жоқ
line-part-none = ештеңе
line-direction-holds = сақталады
line-direction-does-not-hold = сақталмайды
line-direction-no-change = өзгеріс жоқ
line-direction-not-varied = өзгертіп көруге болмайды
passage-article = бап
passage-point = тармақ

function-attract = тарту
function-retain = ұстап қалу
function-return = елге қайтару
function-reintegrate = қайта кіріктіру
function-circulate = айналмалы ұтқырлық
function-train = даярлау
function-monitor = мониторинг
function-coordinate = үйлестіру
function-other = өзге
function-restriction = шектеу

polarity-supports = ұтқырлықты жеңілдетеді
polarity-restricts = шектейді
polarity-neutral = бейтарап
polarity-uncoded = кодталмаған

instrument-regulatory = қағидалар мен рұқсаттар
instrument-financial = қаражат
instrument-organisational = органдар мен рәсімдер
instrument-informational = ақпарат
nato-nodality = тораптық орын
nato-authority = билік
nato-treasure = қазына
nato-organisation = ұйым
vedung-stick = қамшы
vedung-carrot = сыйлық
vedung-sermon = уағыз
vedung-none = ұйым, схемада орны жоқ

scheme-function = функция
scheme-polarity = бағыт
scheme-domain = сала
scheme-instrument = құрал
scheme-nato = Худ пен Маргеттс
scheme-vedung = Ведунг
group-act = актілер
group-proposal = мәлімдемелер мен ұсыныстар
profile-uncoded = код берілмеген
profile-no_function = функциясы жоқ
bound-counted = толық мәтін бойынша саналған
bound-at_least = кемінде

domain-migration = көші-қон
domain-labour = еңбек
domain-education = білім беру
domain-innovation = ғылым және инновация
domain-diaspora = диаспора
domain-other = өзге

evidence-act_text = акт мәтіні
evidence-official_release = ресми хабарлама
evidence-press = баспасөз
evidence-statement_or_proposal = мәлімдеме немесе ұсыныс
evidence-from_memory = мәлімет жоқ

part-actor = орган
part-deadline = мерзім
part-money = қаражат
part-indicator = көрсеткіш
part-baseline = бастапқы мән
part-target = нысаналы мән

known-known = белгілі
known-not_seen = мәлімет жоқ

grade-A = A
grade-B = B
grade-C = C
grade-D = D
grade-E = E
grade-A-long = сенімді контрфактілік салыстыруы бар себеп-салдарлық дизайн
grade-B-long = салыстыру тобы бар, іріктелу ықпалы жойылмаған
grade-C-long = тарихи зерттеу немесе сұхбаттар
grade-D-long = әкімшілік есеп деректері
grade-E-long = нысаналы мән немесе сипаттама ғана
effect-kind-effect = әсер: себеп-салдарлық дизайн бойынша
effect-kind-association = байланыс: іріктелу ықпалы жойылмаған салыстыру
effect-kind-count = санақ немесе үлес, салыстыруы жоқ
significant-yes = статистикалық тұрғыдан мәнді
significant-no = статистикалық тұрғыдан мәнді емес

figure-kind-official = ресми дерек
figure-kind-via_press = баспасөз келтірген ресми дерек
figure-kind-press = баспасөз дерегі
figure-kind-target = мақсат ретінде аталған сан
figure-kind-academic = ғылыми дерекқор

status-A = қалыпты
status-B = қатардағы үзіліс
status-E = бағаланған немесе есептеп шығарылған
status-P = алдын ала
status-U = дөңгелектелген немесе шамамен алынған
status-M = дерек жоқ
status-none = көрсетілмеген

observation-missing = мәні жоқ
observation-derived = басқа деректерден есептеп шығарылған
observation-doubtful = күмәнді, нәтижелерге енгізілмеген

search-found = табылды
search-partial = ішінара табылды
search-not_found = табылмады

reading-correspondence = мазмұн сәйкестігі
reading-retrospective = ретроспективалық сәйкестік

progress-significant_progress = айтарлықтай ілгерілеу
progress-moderate_progress = орташа ілгерілеу
progress-moderate_away = мақсаттан орташа алыстау
progress-significant_away = мақсаттан айтарлықтай алыстау
progress-obstacle-short = жылдар саны тым аз
progress-obstacle-break = кезең ішінде қатар үзілген
progress-obstacle-nonpositive = оң емес мәндер бар
span-long = ұзақ мерзім
span-short = қысқа мерзім

event-kind-policy = саясат қадамы
event-kind-shock = саясаттан тыс күйзеліс

flow-rest = өзгелері (есептелген)
flow-basis-total = дереккөзде берілген жиынтық сан
flow-basis-seen = мәліметі кездескен аумақтардың қосындысы, дереккөздің жиынтық саны емес

depth-aim = мақсат қана, көрсеткіші кездеспеді
depth-indicator = көрсеткіші бар
depth-target = нысаналы мәні бар
depth-target_money = нысаналы мәні де, қаражаты да бар

state-reached = қол жеткізілді
state-not_reached = қол жеткізілмеді
state-no_value = мерзімі келді, мәні кездеспеді
state-lapsed = құжаттың күші жойылған
state-not_due = мерзімі әлі келген жоқ
state-not_comparable = салыстыратын қатар кездеспеді

used-used = пайдаланылған
used-other = басқа шығарылым
used-doubtful = күмәнді, пайдаланылмайды
used-derived = басқа деректерден есептелген, пайдаланылмайды
used-aim = нақты мән емес, мақсат

conflict-rule-releases = бірнеше шығарылымның ішінен кестеде ең соңында тұрғаны пайдаланылады
conflict-rule-doubt = күмәнді мән сақталған, бірақ пайдаланылмайды
conflict-rule-series = әр қатар тұтас пайдаланылады және басқа қатармен біріктірілмейді
conflict-rule-definitions = анықтамалары әртүрлі; әр қатар тұтас пайдаланылады және басқа қатармен біріктірілмейді

made-published = жарияланған күйінде
made-computed = осында есептелген
compared-picked = ереже бойынша таңдалған
compared-beside = қатар келтірілген
compared-doubt = күмәнді; қатар келтірілген

verdict-supported = расталды
verdict-mixed = аралас
verdict-contradicted = теріске шығарылды
verdict-not_testable = тексеруге келмейді

outcome-met = орындалды
outcome-not_met = орындалмады
outcome-not_testable = тексеруге келмейді

threshold-at_least = кемінде
threshold-at_most = ең көбі
threshold-below = <
threshold-above = >

flip-none = жоқ
match-same = сәйкес
match-different = өзгеше
match-unknown = белгісіз
case-not_stated = көрсетілмеген
transferred-yes = көшірілді
transferred-no = көшірілмеді
transfer-obstacle-association = іріктелу ықпалы жойылмаған салыстыру
transfer-obstacle-count = салыстыруы жоқ санақ немесе үлес
transfer-obstacle-not_shown = дереккөзде оның бар екеніне дәлел жоқ
transfer-obstacle-case_not_stated = қарастырылып отырған жағдайдағы топ немесе шарт көрсетілмеген
transfer-obstacle-not_judged = топ пен шарт туралы пайым жоқ
transfer-obstacle-population_different = топ өзгеше
transfer-obstacle-population_unknown = топтың сәйкестігі белгісіз
transfer-obstacle-condition_different = шарт өзгеше
transfer-obstacle-condition_unknown = шарттың сәйкестігі белгісіз

obstacle-not-read = қаралатын құжаттар толық оқылмады, сондықтан есептелген сан — төменгі шек қана
obstacle-not-coded = қаралатын құжаттардан шаралар іріктеп алынған, сондықтан бұл сан — төменгі шек қана
obstacle-targets-unknown = мерзімі келген нысаналы мәндердің тым көбінің салыстыруға келетін мәні кездеспеді
obstacle-break = қатарда үзіліс бар: одан бұрын және кейін әртүрлі нәрсе есептеледі
obstacle-no-documents = зерттеуде мұндай құжат жоқ
obstacle-no-measures = мұндай шара кездеспеді
obstacle-too-few-documents = күні белгілі құжат саны үштен аз
obstacle-no-due-targets = құжаты күшінде тұрған кезде мерзімі келген және өз жылының мәні бар, салыстыруға келетін нысаналы мәндер екіден аз
obstacle-no-values = пайдалануға жарамды мән тым аз
obstacle-no-common-year = елдің өзі бойынша да, салыстыру үшін алынған кемінде үш ел бойынша да мәні бар жыл кездеспеді
obstacle-selection = тәжірибелер тізілімі — іріктеме, ол ондай тәжірибенің жоқ екенін көрсете алмайды
obstacle-needs = зерттеудегі дәлел бұл сұраққа жауап беруге жетпейді

chapter-evolution = Эволюция
chapter-governance = Басқару
chapter-alignment = ТДМ-ға сәйкестік
chapter-effectiveness = Нәтижелілік
chapter-practice = Тәжірибе
chapter-findings = Зерттеу тұжырымдары
chapter-recommendations = Ұсынымдар

kind-source = дереккөз
kind-document = құжат
kind-passage = қаралған үзінді
kind-observation = бақылау мәні
kind-coding = кодтау
kind-measure = саясат шарасы
kind-practice = тәжірибе
kind-effect = тәжірибенің мәні
kind-reference = жарияланған еңбек
kind-search = тіркелген іздеу
kind-estimate = есептелген мән
kind-finding = зерттеу тұжырымы
kind-recommendation = ұсыным
kind-claim = есеп тұжырымы

month-1 = қаңтар
month-2 = ақпан
month-3 = наурыз
month-4 = сәуір
month-5 = мамыр
month-6 = маусым
month-7 = шілде
month-8 = тамыз
month-9 = қыркүйек
month-10 = қазан
month-11 = қараша
month-12 = желтоқсан
period-half = { $half ->
    [1] { $year } жылғы бірінші жартыжылдық
   *[2] { $year } жылғы екінші жартыжылдық
}
period-quarter = { $year } жылғы { $quarter }-тоқсан
period-months = { $year } жылғы { $from }–{ $to }
period-span = { $from }–{ $to }

# The last two items of a list.
list-last = { $head } және { $tail }
