# Командная строка.
cli = От документов политики и официальной статистики — к отчету, в котором каждое предложение ведет к своим основаниям.
cli-usage = Использование
cli-commands = Команды
cli-arguments = Аргументы
cli-options = Параметры
cli-examples = Примеры
cli-help = Показать справку.
cli-version = Показать версию.
cli-lang = Язык сообщений: en, ru или kk; если не указан, берется из системы.
cli-format = Вид вывода: text для чтения, json для программ.
cli-dir = Папка исследования.
cli-new = Создать новую папку исследования для заполнения.
cli-new-name = Имя новой папки или путь к ней.
cli-check = Показать сразу все проблемы исследования.
cli-fetch = Получить то, что названо в списке загрузок исследования, и сохранить по дайджесту.
cli-fetch-source = Имена источников из списка; если не указаны, все.
cli-fetch-offline = Ни к кому не обращаться: взять всё из хранилища.
cli-fetch-ca = Файл сертификатов, которым доверять наряду с обычными; можно указать несколько раз.
cli-add = Сохранить файлы, полученные вручную, наравне с загруженными.
cli-add-file = Файлы: страница, сохранённая браузером, документ, таблица, PDF.
cli-add-as = Имя источника; если не указано, номер акта на странице или имя файла.
cli-vintages = Перечислить все сохранённые выпуски каждого источника.
cli-vintages-source = Имена источников; если не указаны, все.
cli-run = Вычислить устаревшее и записать отчет.
cli-run-threads = Число потоков; если не указано, используются все ядра.
cli-run-out = Папка отчета; если не указана, DIR/report.
cli-report = Записать отчет заново по уже вычисленному.
cli-status = Показать, что устарело и почему.
cli-why = Показать, на чем основано утверждение, вывод или число.
cli-why-id = Номер утверждения или имя узла, как в report.json: claim:…, finding:…, H1, …
cli-verify = Получить отчет заново и побайтно сравнить его с имеющимся.
add-text = это текст документа { $document }, он лежит в { $file }
cli-documents = Папка с текстами документов; добавляется к папке `texts` исследования.
cli-verify-texts = Папка с текстами пакетов показателей исследования: пакеты создаются по ним заново и сравниваются.
cli-verify-report = Папка проверяемого отчета; если не указана, DIR/report.
cli-language = Определить язык каждой строки: kk, ru, en или other.
cli-stem = Вывести основу слова из каждой строки; --lang задает и язык слов.
cli-lines = Файл, в каждой строке которого текст; - означает стандартный ввод.
cli-schema = Вывести JSON Schema файла исследования.
cli-schema-name = Имя файла без расширения; если не указано, выводятся все схемы.
cli-completions = Вывести сценарий автодополнения для командной оболочки.
cli-completions-shell = Оболочка: bash, zsh, fish, elvish или powershell.
cli-bad-usage = командную строку не удалось разобрать
cli-bad-usage-hint = `daryn help` показывает команды и примеры

check-clean = Проблем нет.
check-count = { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
    [many] { $errors } ошибок
   *[other] { $errors } ошибки
}, { $warnings ->
    [one] { $warnings } предупреждение
    [few] { $warnings } предупреждения
    [many] { $warnings } предупреждений
   *[other] { $warnings } предупреждения
}
check-more = … и еще { $n } того же рода
fetch-new = новое
fetch-unchanged = без изменений
fetch-failed = не получено
fetch-replayed = из хранилища
fetch-bytes = { $n ->
    [one] { $n } байт
    [few] { $n } байта
    [many] { $n } байт
   *[other] { $n } байта
}
fetch-of = байтов: { $n } из { $total }
fetch-resume = продолжение, уже получено байтов: { $n }
fetch-asked-to-wait = сервер просит подождать: { $n } с
fetch-again = повтор через { $n } с
fetch-later = файл ещё готовится
fetch-count = Источники: новых { $new }, без изменений { $unchanged }, из хранилища { $replayed }, не получено { $failed }.
vintages-none = Пока ничего не сохранено.
vintages-release = выпуск { $name }
vintages-last = последний раз { $time }
vintages-missing = нет в хранилище
run-progress = { $done }/{ $total } { $stage }
run-left = осталось около { $seconds } с
run-fresh = Все результаты уже были актуальны.
run-ran = { $ran ->
    [one] Вычислен { $ran } этап
    [few] Вычислены { $ran } этапа
    [many] Вычислено { $ran } этапов
   *[other] Вычислено { $ran } этапа
} из { $total }.
run-written = Отчет: { $path }
run-open = Откройте эту страницу в браузере: { $path }
status-fresh = Все результаты актуальны.
status-never = Расчет по исследованию еще не выполнялся.
status-report = Отчет расходится с файлом фиксации: { $files }
reason-new = этап еще не вычислялся
reason-version = была версия { $was }, теперь { $now }
reason-parameters = изменились параметры
reason-seed = изменилось начальное значение генератора случайных чисел
reason-input = изменился файл { $name }
reason-inputs = читает не те файлы или этапы, что прежде
reason-upstream = зависит от { $name }
verify-good = Отчет совпадает с тем, что дает исследование: побайтно { $files ->
    [one] сравнен { $files } файл
    [few] сравнены { $files } файла
    [many] сравнено { $files } файлов
   *[other] сравнено { $files } файла
}.
verify-bad = Найдено { $n ->
    [one] { $n } расхождение
    [few] { $n } расхождения
    [many] { $n } расхождений
   *[other] { $n } расхождения
}.
verify-features-made = Показатели получены из текстов заново и совпадают побайтно: { $files }
verify-features-given = Показатели взяты как есть, поскольку не все их тексты имеются: { $files }
verify-features = { $file }: по текстам получается другой пакет (с байта { $at }; расходятся: { $parts }); создайте его заново командой `daryn features FILE... --out { $file }` или выясните, кто изменил тексты
verify-input = { $file }: файл исследования не тот, который назван в файле фиксации
verify-documents = { $file }: текст из другой папки; укажите ее через --documents, как при запуске
verify-missing = { $file }: отсутствует
verify-unexpected = { $file }: не входит в отчет
verify-differs = { $file }, строка { $line }: расхождение
verify-differs-bytes = { $file }: расхождение в байте { $at }
verify-lock = daryn.lock: расхождение с тем, что исследование дает сейчас ({ $what })
verify-version = файл фиксации записан программой daryn версии { $was }, сейчас запущена версия { $now }
new-done = Создано: { $path }.
new-next = Далее: заполните таблицы, затем
internal = внутренняя ошибка daryn: { $reason }
internal-hint = сообщите об этом и приложите введенную команду
cli-revisions = Показать, что добавлено, снято и изменено в новом выпуске таблицы.
cli-revisions-old = Старая таблица: CSV со строкой заголовков, обычный или в gzip.
cli-revisions-new = Новая таблица.
cli-revisions-key = Столбцы новой таблицы, по которым строка отличается от всех остальных.
cli-revisions-old-key = Те же столбцы старой таблицы в том же порядке.
cli-revisions-value = Столбец значения.
cli-revisions-old-value = Столбец значения в старой таблице.
cli-revisions-flag = Столбец пометки; пометки тоже сравниваются.
cli-revisions-old-flag = Столбец пометки в старой таблице.
cli-revisions-where = Только строки новой таблицы, у которых в столбце C стоит X.
cli-revisions-old-where = Только строки старой таблицы, у которых в столбце C стоит X.
cli-revisions-areas = Часть ключа — территория: привести коды M49, ISO 3166 alpha-2 и alpha-3 к iso3, iso2 или m49.
cli-revisions-tolerance = Разница до этой величины, в единицах значений, не считается изменением (0.005).
cli-revisions-out = Файл CSV для всех изменений.
revisions-counts = Общих ключей: { $common } (изменилось { $changed }, не изменилось { $unchanged }; более чем на 5 % старого значения: { $large }). Добавлено: { $added }. Снято: { $withdrawn }.
revisions-flags = Изменилось пометок: { $n }.
revisions-areas = Не сравнивались: коды территорий не удалось привести к нужным: { $codes }.
revisions-more = и еще { $n }
cli-adopt = Перейти на другой выпуск источника, увидев, какие утверждения он меняет.
cli-adopt-source = Имя источника в списке загрузок.
cli-adopt-release = Начало дайджеста выпуска; если не задано — самый новый.
cli-adopt-dry-run = Только показать, что изменится.
adopt-would = { $n ->
    [0] С этим выпуском источника { $source } ни одно утверждение не изменится.
    [one] С этим выпуском источника { $source } изменится { $n } утверждение.
    [few] С этим выпуском источника { $source } изменятся { $n } утверждения.
   *[other] С этим выпуском источника { $source } изменятся { $n } утверждений.
}
adopt-done = { $file } — теперь этот выпуск источника { $source }; { $n ->
    [0] ни одно утверждение не меняется.
    [one] меняется { $n } утверждение. Составьте отчет заново: daryn run
    [few] меняются { $n } утверждения. Составьте отчет заново: daryn run
   *[other] меняются { $n } утверждений. Составьте отчет заново: daryn run
}
adopt-no-file = Источник { $source } не служит файлом исследования, поэтому утверждения не изменятся.
adopt-held = Исследование теперь держится этого выпуска источника { $source }.
run-newer = Сохранен более новый выпуск источника { $source }. { $n ->
    [0] Ни одно утверждение не изменится.
    [one] Изменится { $n } утверждение.
    [few] Изменятся { $n } утверждения.
   *[other] Изменятся { $n } утверждений.
} Посмотреть: daryn adopt { $dir } { $source } --dry-run
run-newer-bad = Сохранен более новый выпуск источника { $source }, но использовать его нельзя. Узнать почему: daryn adopt { $dir } { $source } --dry-run
cli-vintages-compare = Показать, что новейший выпуск изменил по сравнению с предыдущим.
vintages-one = { $source }: сохранено меньше двух выпусков.
revisions-texts = Общих ключей, значение которых не является числом: { $n }; они сравниваются как текст.
cli-read = Прочитать документы: текст, структуру и таблицы.
cli-read-file = Файлы: PDF, DOCX, ODT, RTF, HTML, MHT, Markdown, простой текст, JSON с zan.gov.kz.
cli-read-anchors = Показать, где стоят цитаты из другой редакции: файл с вхождениями из `daryn search --format json`.
read-anchor-same = без изменений
read-anchor-changed = изменено
read-anchor-lost = не найдено
read-anchors = Без изменений: { $same }, изменено: { $changed }, не найдено: { $lost }
cli-search = Найти слова, основы, словосочетания или регулярное выражение в документах, с контекстом.
cli-search-dir = Папка с документами или один документ.
cli-search-query = Слова подряд; слово* — все слова с таким началом, отдельная * — любое одно слово.
cli-search-stem = Находить все формы каждого слова по основе на языке фрагмента.
cli-search-regex = Запрос — регулярное выражение; совпадение лежит в одном фрагменте.
cli-search-ignore-case = Не различать прописные и строчные буквы в регулярном выражении; в словах они не различаются никогда.
cli-search-without-notes = Без примечаний редактора и оглавлений.
cli-search-limit = Показать не больше N вхождений.
search-not-kept = Сохранить указатель не удалось, он построен в памяти{ $reason ->
    [none] .
   *[other] : { $reason }
}
search-skipped = { $n ->
    [one] Пропущен { $n } файл, который не является документом.
    [few] Пропущено { $n } файла, которые не являются документами.
   *[other] Пропущено { $n } файлов, которые не являются документами.
}
search-count = { $hits ->
    [0] Ничего не найдено
    [one] { $hits } вхождение
    [few] { $hits } вхождения
   *[other] { $hits } вхождений
} { $hits ->
    [0] в { $all ->
        [one] { $all } документе.
       *[other] { $all } документах.
    }
   *[other] в { $documents } из { $all ->
        [one] { $all } документа:
       *[other] { $all } документов:
    }
}
search-shown = { $n ->
    [one] Показано только первое { $n }.
   *[other] Показаны только первые { $n }.
}
search-more = … и еще в { $n ->
    [one] { $n } документе
   *[other] { $n } документах
}
search-apart = примечание
search-part = раздел { $n }
search-chapter = гл. { $n }
search-article = ст. { $n }
search-point = п. { $n }
search-sub-point = подп. { $n }
search-annex = приложение { $n }
cli-stats = Прочитать официальную статистику: что это за файл, наблюдения, их байты, коды территорий.
cli-stats-info = Определить форматы файлов и сосчитать, что в них есть.
cli-stats-read = Вывести по строке на каждое наблюдение или на каждый код из сообщения о структуре.
cli-stats-cite = Вывести байты наблюдения так, как они стоят в файле.
cli-stats-areas = Вывести код страны из каждой строки; `aggregate` для групп, пустую строку для неизвестного.
cli-stats-file = Файл или папка: SDMX, JSON-stat, ответы служб, CSV, книги Excel, пакеты данных, Open SDG.
cli-stats-structure = Сообщение о структуре, из которого видно, что есть что.
cli-stats-mapping = Описание книги Excel, CSV или таблицы документа (docs/statistics-mapping.md).
cli-stats-format = Вид вывода: csv, sdmx-csv, xlsx, parquet, arrow, r, stata или spss.
cli-stats-output = Файл для записи; если не указан, csv и sdmx-csv идут в стандартный вывод.
cli-stats-language = Язык подписей, например en, ru или kk; если не указан, язык сообщений.
cli-stats-id = Название места: последний столбец `daryn stats read`.
cli-stats-to = Код: iso3, iso2 или m49.
stats-not-written = В { $path } ничего не записано: источник прочитан не весь.
stats-sheet-data = Данные
stats-sheet-codes = Коды
stats-sheet-sources = Источники
stats-head-column = Столбец
stats-head-code = Код
stats-head-name = Название
cli-stats-quality = Сообщить, что не так с данными или что нужно знать перед их использованием.
cli-stats-quality-kind = Только замечания этого вида, например sources-differ, gap или zero-missing.
cli-indicators = Показатели интеллектуальной миграции: что они значат, их значения, источники рядом, страница о стране.
cli-indicators-list = Показать каталог: определение, охват, формула, единица, ловушки, связь с ЦУР.
cli-indicators-compute = Вывести наблюдаемые и вычисленные значения с источником и местами, на которых они основаны.
cli-indicators-sources = Поставить рядом все источники одной величины и сообщить, какой выбирает правило.
cli-indicators-profile = Составить страницу о стране: данные, тренды, страны сравнения, партнеры, чего не хватает.
cli-indicators-dir = Исследование или папка с файлами статистики; ее `indicators.toml` дополняет каталог.
cli-indicators-own = Папка, `indicators.toml` которой дополняет каталог.
cli-indicators-area = Страна или территория, код или название: KAZ, KZ, 398, Казахстан.
cli-indicators-partner = Страна-партнер; если не указана — все партнеры вместе.
cli-indicators-indicator = Показатель каталога или встречающийся код источника.
cli-indicators-compare = Страны для сравнения через запятую: CHN,IND,KOR; если не указаны — страны исследования.
cli-indicators-profile-format = Вид страницы: html, json или text.
indicators-title = Показатели
indicators-quality-title = Что нужно знать о данных
indicators-no-figures = В папке нет таких данных: { $area }.
indicators-picked = Правило выбирает { $source }: { $reason }.
indicators-reason-only = другого источника нет
indicators-reason-study = его предпочитает исследование
indicators-reason-published = он опубликован, а следующий вычислен здесь
indicators-reason-counting = его способ подсчета стоит в каталоге первым
indicators-reason-made = он получен подсчетом, а следующий — оценкой или моделью
indicators-reason-answers = он взят ближе к официальному источнику
indicators-reason-doubt = в нем меньше сомнительных и вычисленных значений
indicators-reason-reach = его данные доходят до более позднего периода
indicators-reason-release = это более поздний выпуск
indicators-reason-periods = в нем больше периодов
indicators-reason-name = их различают только названия
indicators-later-in-doubt = Более поздние данные других источников сомнительны и потому не выбраны: { $sources }.
indicators-direction = С { $from } по { $to } источники { $first } и { $other } движутся в разные стороны: { $one } и { $two }.
indicators-sign = За { $period } у источников { $first } и { $other } разные знаки: { $one } и { $two }.
indicators-head-id = Идентификатор
indicators-head-theme = Тема
indicators-head-name = Название
indicators-head-definition = Определение
indicators-head-formula = Формула
indicators-head-unit = Единица
indicators-head-coverage = Охват
indicators-head-interpretation = Толкование
indicators-head-sdg = ЦУР
indicators-head-indicator = Показатель
indicators-head-area = Территория
indicators-head-partner = Партнер
indicators-head-period = Период
indicators-head-value = Значение
indicators-head-status = Статус
indicators-head-source = Источник
indicators-head-vintage = Выпуск
indicators-head-support = Основание
indicators-head-code = Код
indicators-head-counts = Что считается
indicators-head-picked = Выбран
indicators-head-spread = Расхождение, %
indicators-head-kind = Вид
indicators-head-message = Сообщение

# Таблицы результатов.
cli-table-format = Форма вывода: csv, json, xlsx или parquet; по умолчанию csv.
cli-table-output = Файл для записи; если он не указан, csv и json идут в стандартный вывод.
cli-keyness = Показать, какие слова характерны для текста в сравнении с другим.
cli-keyness-text = Текст и эталон, каждый — документ или папка; с --against все перечисленные составляют текст.
cli-keyness-against = Документы и папки эталона.
cli-keyness-all = Дать и другие показатели: хи-квадрат, разности, шансы, разброс, p, объемы обоих текстов.
cli-keyness-min-count = Без слов, которые встречаются в обоих текстах вместе меньше N раз.
cli-keyness-stem = Считать не слова, а основы на языке каждого фрагмента.
cli-keyness-language = Считать только фрагменты на этом языке: kk, ru или en.
cli-keyness-without-notes = Без примечаний редактора и оглавлений документов.
keyness-title = Слова, характерные для текста
keyness-head-feature = Слово
keyness-head-a = Частота в тексте
keyness-head-b = Частота в эталоне
keyness-head-ll = Логарифм отношения правдоподобия, две ячейки
keyness-head-g2 = Логарифм отношения правдоподобия, четыре ячейки
keyness-head-log-ratio = Логарифм отношения долей
keyness-head-bic = критерий BIC
keyness-head-q = q-значение Бенджамини — Хохберга
keyness-head-dp = Отклонение долей
keyness-head-chi2 = Хи-квадрат
keyness-head-chi2-yates = Хи-квадрат с поправкой Йейтса
keyness-head-diff = Разность в процентах
keyness-head-odds = Отношение шансов
keyness-head-pmi = Поточечная взаимная информация
keyness-head-range = Частей со словом
keyness-head-parts = Всего частей
keyness-head-dp-norm = Отклонение долей, нормированное
keyness-head-p = p-значение логарифма отношения правдоподобия
keyness-head-p-log10 = значимость, −log10 p
keyness-head-c = Слов в тексте
keyness-head-d = Слов в эталоне
cli-scale = Расположить документы на одной шкале по словам, которые в них употреблены.
cli-scale-wordscores = Найти позиции документов по документам с известными позициями.
cli-scale-wordfish = Найти позиции документов по одним лишь словам.
scale-many = Документов: { $n }. Время быстро растет с их числом; расчет wordfish может занять много времени.
cli-scale-table = CSV с частотами: document,feature,count либо строка на документ и столбец на признак; - для стандартного ввода.
cli-scale-reference = Документы с известными позициями и сами позиции: left.txt=-1.
cli-scale-rescale = Дать позиции и в шкале известных: lbg (по документам без известной позиции), lbg-all (по всем) или mv.
cli-scale-direction = Два документа, из которых первый получает меньшую позицию; если не указаны — первый и последний в таблице.
cli-scale-prior-sd = Стандартное отклонение априорного распределения бета; по умолчанию 3.
cli-scale-features-in-rows = В таблице строка на признак и столбец на документ.
cli-scale-features = Дать параметры признаков вместо позиций.
cli-scale-leave-one-out = Дать позиции, которые получаются, если по очереди исключать по одному документу.
scale-head-document = Документ
scale-head-position = Позиция
scale-head-se = Стандартная ошибка
scale-head-lo = 95-процентный интервал, нижний конец
scale-head-hi = 95-процентный интервал, верхний конец
scale-head-rescaled = Позиция после пересчета
scale-head-rescaled-se = Стандартная ошибка после пересчета
scale-head-rescaled-lo = Интервал после пересчета, нижний конец
scale-head-rescaled-hi = Интервал после пересчета, верхний конец
scale-head-known = Известная позиция
scale-head-scored = Слов с оценкой
scale-head-words = Слов
scale-head-wide-se = Стандартная ошибка с учетом дисперсии
scale-head-wide-lo = Интервал с учетом дисперсии, нижний конец
scale-head-wide-hi = Интервал с учетом дисперсии, верхний конец
scale-head-alpha = Альфа, длина документа
scale-head-feature = Слово
scale-head-score = Оценка
scale-head-beta = Бета, насколько слово различает документы
scale-head-psi = Пси, частота слова
scale-head-left-out = Исключенный документ
scale-head-turned = Пар в другом порядке
scale-head-pairs = Пар
scale-head-move = Сдвиг
cli-count = Подсчитать слова или категории словаря в документах.
cli-count-path = Файлы или папки с файлами; каждый файл — документ.
cli-count-lines = Файл, в каждой строке которого документ; - означает стандартный ввод.
cli-count-dictionary = Словарь категорий в формате TOML (docs/counting.md).
cli-count-features = Подсчитать каждое слово по всем документам.
cli-count-total = Подсчитать по всем документам вместе, а не по каждому.
cli-count-by-document = Подсчитать каждое слово в каждом документе.
cli-count-passages = Считать документом каждый фрагмент файла.
cli-count-stem = Сравнивать основы слов; без =kk, =ru или =en — на языке каждого документа.
cli-count-roll-up = Подсчитать и таблицы словаря: то, что считают категории внутри них.
cli-count-every-match = Учитывать и совпадения одной категории с общими словами; иначе — самое длинное из них.
cli-count-per = Добавить столбцы: число слов в документе и частота на N слов.
cli-count-min = Пропустить строки, где число меньше N.
count-head-document = документ
count-head-category = категория
count-head-feature = признак
count-head-count = число
count-head-words = слова
count-head-rate = частота
# Команда `daryn agree`.
cli-agree = Показать, насколько согласны кодировщики: альфа, каппа и другие меры; по кодам, единицам, кодировщикам и отрезкам текста.
cli-agree-file = CSV со столбцами unit, coder, value; с --spans — document, coder, start, end, code; - означает стандартный ввод.
cli-agree-metric = Шкала значений: nominal (номинальная), ordinal (порядковая), interval (интервальная) или ratio (отношений); если не указана, nominal.
cli-agree-order = Значения порядковой шкалы от первого до последнего, если они не числа.
cli-agree-bootstrap = Число повторных выборок единиц для интервала альфы; если не указано, интервала нет.
cli-agree-seed = Начальное значение генератора случайных чисел для повторных выборок; если не указано, 1.
cli-agree-by-coder = Сравнить кодировщиков попарно и исключить каждого по очереди, даже если их больше 20.
cli-agree-spans = Границы выбирали сами кодировщики: согласованность по символам и отрезкам.
cli-agree-length = Число символов каждого документа, если нет столбца length.
cli-agree-format = Вид вывода: text, json, csv, xlsx или parquet.
cli-agree-output = Записываемый файл; обязателен для xlsx и parquet.
agree-title = Согласованность кодировщиков
agree-data = { $units ->
    [one] { $units } единица
    [few] { $units } единицы
    [many] { $units } единиц
   *[other] { $units } единицы
}, { $coders ->
    [one] { $coders } кодировщик
    [few] { $coders } кодировщика
    [many] { $coders } кодировщиков
   *[other] { $coders } кодировщика
}, { $values ->
    [one] { $values } значение
    [few] { $values } значения
    [many] { $values } значений
   *[other] { $values } значения
}
agree-metric-nominal = номинальная
agree-metric-ordinal = порядковая
agree-metric-interval = интервальная
agree-metric-ratio = для шкалы отношений
agree-name-alpha = Альфа Криппендорфа, { $metric }
agree-name-percent = Доля совпавших пар
agree-name-kappa = Каппа Коэна
agree-name-linear = Каппа с линейными весами
agree-name-quadratic = Каппа с квадратичными весами
agree-name-fleiss = Каппа Флейса
agree-name-pi = Пи Скотта
agree-name-ac1 = AC1 Гвета
agree-interval = от { $low } до { $high } в 95 % повторных выборок (выборок единиц: { $repeats }, начальное значение генератора: { $seed })
agree-below = ниже 0,667 в { $low } % выборок, ниже 0,800 в { $high } %
agree-undefined-repeats = повторных выборок, где все значения одинаковы и альфа не определена: { $n } из { $all }; в интервал и доли они не входят
agree-never-defined = альфа не определена ни в одной повторной выборке
agree-no-bootstrap = не запрошено; получить интервал можно с --bootstrap N
agree-no-variation = все значения одинаковы: расходиться было не в чем
agree-one-coder = значения дал только один кодировщик
agree-one-unit = значения двух кодировщиков есть только у одной единицы
agree-no-pairs = ни у одной единицы нет значений двух кодировщиков
agree-not-two-coders = мера определена ровно для двух кодировщиков
agree-unequal-ratings = мера требует одинакового числа значений у каждой единицы
agree-outside-scale = с такими значениями на этой шкале вычислять нельзя: они отрицательны, слишком велики или слишком близки друг к другу
agree-no-order = у номинальных значений нет порядка
agree-nothing = не от чего брать долю
agree-not-compared = Кодировщиков больше 20: сравнить их между собой можно с --by-coder.
agree-codes = По кодам: дан или не дан
agree-disagreed = Единицы с наибольшими расхождениями
agree-pairs = Пары кодировщиков
agree-without = Альфа без одного из кодировщиков
agree-code = код
agree-count = значений
agree-prevalence = доля
agree-alpha = альфа
agree-percent = совпавшие пары
agree-positive = согласие: дан
agree-negative = согласие: не дан
agree-unit = единица
agree-observed = расхождение
agree-share = доля всех
agree-values = значения
agree-pair = кодировщики
agree-units = единиц
agree-kappa = каппа
agree-coder = без кого
agree-span-data = { $documents ->
    [one] { $documents } документ
    [few] { $documents } документа
    [many] { $documents } документов
   *[other] { $documents } документа
}, { $coders ->
    [one] { $coders } кодировщик
    [few] { $coders } кодировщика
    [many] { $coders } кодировщиков
   *[other] { $coders } кодировщика
}, { $characters ->
    [one] { $characters } символ
    [few] { $characters } символа
    [many] { $characters } символов
   *[other] { $characters } символа
}
agree-span-alpha-all = Альфа по всем символам, «без кода» — тоже значение
agree-span-alpha-coded = Альфа по символам, получившим код хотя бы от одного
agree-span-alpha-labels = Альфа кодов там, где код дали хотя бы двое
agree-span-kappa = Каппа Коэна по всем символам
agree-characters = символов
agree-by-characters = По символам; первый кодировщик пары принят за эталон
agree-by-segments = По отрезкам, которые перекрываются не менее чем на половину более длинного
agree-precision = точность
agree-recall = полнота
agree-f1 = F1
agree-iou = доля пересечения (IoU)
agree-combined = Символов с несколькими кодами одного кодировщика: { $n }. В альфах и каппе такое сочетание — отдельное значение.
agree-not-read = Кодировщиков без строки в документе: { $n } (первый: { $coder }, документ { $document }). Считается, что они его не читали; о чтении без кодов говорит строка с пустыми start, end и code.
agree-head-part = Часть
agree-head-name = Имя
agree-head-other = Другое имя
agree-head-quantity = Мера
agree-head-value = Значение
agree-head-reason = Почему нет значения
# Команда `daryn code`.
cli-validate = Отобрать фрагменты для двух кодировщиков и сопоставить правила с тем, что они нашли.
cli-validate-dir = Исследование с текстами документов.
cli-validate-labels = Листы, заполненные двумя кодировщиками; результат сохраняется в исследовании и приводится в отчете.
cli-validate-coders = Имена двух кодировщиков; если не заданы, они сами вписывают их в листы.
cli-validate-by = По чему фрагменты отбираются отдельно: language (язык, по умолчанию) или document (документ).
cli-validate-with = Сколько фрагментов отобрать на каждый код, присвоенный по правилам, не более; по умолчанию 5.
cli-validate-without = Сколько отобрать фрагментов без кода, не более; по умолчанию 50.
cli-validate-seed = Начальное значение случайного отбора; по умолчанию — из исследования.
validate-title = Валидация
validate-drawn = отобрано фрагментов: { $n } из { $population }, страт: { $strata }, начальное значение: { $seed }
validate-without-rules = фрагментов на языке без правил, в отборе не участвуют: { $n }
validate-files = записаны: { $files }
validate-how = Каждый кодировщик сам заполняет столбец codes в одном из листов, не видя ни правил, ни другого листа: коды через ;, знак - там, где не подходит ни один. Затем: daryn validate DIR --labels FILE FILE
validate-found = фрагментов, которые разметили оба ({ $coders }): { $n }, альфа Криппендорфа: { $alpha }, расхождений: { $disagreements }
validate-kept = сохранено в исследовании: { $table }, { $result }; запустите исследование заново, чтобы результат попал в отчет
validate-head-language = Язык
validate-head-part = Часть
validate-head-code = Код
validate-head-passages = Фрагменты
validate-head-positives = Положительные
validate-head-disputed = Спорные
validate-head-right = Верные
validate-head-wrong = Ошибочные
validate-head-missed = Пропущенные
validate-head-precision = Точность
validate-head-recall = Полнота
validate-head-f1 = F1
validate-head-f1-reading-1 = F1, прочтение 1
validate-head-f1-reading-2 = F1, прочтение 2
validate-head-f1-between-readings = F1 между прочтениями
validate-head-alpha-of-readings = Альфа прочтений
validate-head-precision-low = Точность от
validate-head-precision-high = Точность до
validate-head-recall-low = Полнота от
validate-head-recall-high = Полнота до
validate-head-f1-low = F1 от
validate-head-f1-high = F1 до
cli-code = Присвоить фрагментам документов коды кодификатора по правилам.
cli-code-dir = Исследование с текстами документов, папка с документами или один документ.
cli-code-codebook = Кодификатор в формате TOML (docs/coding.md); по умолчанию встроенный.
cli-code-rules = Правила кодификатора в формате TOML; по умолчанию встроенные.
cli-code-language = Кодировать все фрагменты по правилам этого языка: kk, ru или en; по умолчанию каждый — по правилам своего.
code-title = Присвоенные коды
code-head-document = Документ
code-head-passage = Фрагмент
code-head-start = Начало
code-head-end = Конец
code-head-code = Код
code-head-by = Кем
code-head-rule = Правило
code-head-version = Версия правила
code-head-quote = Текст
code-head-file = Файл
code-head-language = Язык
code-head-codebook = Кодификатор
code-head-codebook-version = Версия кодификатора
code-count = присвоено кодов: { $codings }, фрагментов: { $passages }, документов: { $documents }

cli-coder = Имя того, кто выполняет действие; если не указано, имя пользователя системы.
cli-store-codebook = Кодификатор в формате TOML (docs/coding.md); по умолчанию codebook.toml исследования, а если его нет — встроенный.
cli-import = Принять кодирование, сделанное в другом месте: в другой программе, в таблице, в примечаниях Word.
cli-import-file = Проект или кодификатор (.qdpx, .qde, .qdc), книга, в которой кодировали (.xlsx), документ с примечаниями (.docx).
cli-import-dir = Исследование; если его нет, а файл — проект или кодификатор, оно будет создано.
import-new = { $counted } (новых: { $n })
import-next = у принятых документов не указана страница, на которой их видели: заполните source_url в таблице документов, строк: { $n }
store-count = { $what ->
    [codes] коды: { $n }
    [coders] кодировщики: { $n }
    [documents] документы: { $n }
    [codings] кодирования: { $n }
    [memos] заметки: { $n }
    [notes] заметки к фрагментам: { $n }
    [variables] переменные: { $n }
    [cases] случаи: { $n }
    [sets] наборы: { $n }
    [links] связи: { $n }
    [graphs] схемы: { $n }
    [removed] снято кодирований: { $n }
    [noted] изменено заметок: { $n }
    [moved] перенесено вслед за текстом: { $n }
    [accepted] подтверждено новых мест: { $n }
   *[review] требуют проверки: { $n }
}
cli-history = Показать, что, кем и когда делалось с кодированием исследования.
history-undone = (отменено)
history-what = { $kind ->
    [import] импорт файла { $file }
    [undo] отмена события { $event }
    [anchor] изменились тексты
    [coding] кодирование
    [memo] заметки
    [code] коды
    [document] документы
    [accept] проверка мест
   *[other] прочее
}
cli-undo = Отменить последнее действие с кодированием исследования или указанное событие.
cli-undo-event = Номер события, как его показывает `daryn history`; отмена — тоже событие, и ее можно отменить.
undo-done = отменено событие { $event } от { $time }, { $who } — { $what }; кодирований теперь: { $n }
undo-files = тексты, строки документов и коды, которые импорт записал в файлы исследования, остаются; если они не нужны, удалите их
cli-codings = Показать кодирования, сделанные людьми, и те из них, которые нужно проверить.
cli-codings-review = Только кодирования, чьих слов нет на прежнем месте, так как текст изменился.
cli-codings-accept = Подтвердить новое место кодирования по его идентификатору или всех, у кого есть вероятное место: all.
cli-codings-drop = Снять кодирование по его идентификатору.
codings-title = Кодирования, сделанные людьми
codings-count = кодирований: { $n }, заметок к фрагментам: { $notes }, требуют проверки: { $review }
codings-head-document = Документ
codings-head-passage = Фрагмент
codings-head-start = Начало
codings-head-end = Конец
codings-head-code = Код
codings-head-by = Кем
codings-head-coder = Кодировщик
codings-head-time = Время
codings-head-version = Версия кодификатора
codings-head-quote = Текст
codings-head-memo = Заметка
codings-head-id = Идентификатор
codings-head-file = Файл
codings-head-place = Место
codings-head-now-start = Начало теперь
codings-head-now-end = Конец теперь
codings-head-now-quote = Текст теперь
cli-export = Записать кодирования для других программ или книгу, в которой кодируют люди.
cli-export-to = Файл; окончание имени определяет, что записывается: .qdpx, .qdc, .xlsx, .csv, .parquet, .jsonl, .r, .do, .sps.
cli-export-table = Таблица кодирований: segments (по одному), matrix (документы и коды, 0 и 1), counts (числа), cooccurrence (совместная встречаемость); если файл не книга, по умолчанию segments.
cli-export-for = Для чего файл: coding (фрагменты для кодирования) или review (кодирования для проверки руководителем) для книги, по умолчанию coding; qualcoder для проекта, чтобы узнать, что изменит эта программа.
cli-export-supervisor = Имя того, кто проверяет кодирования; вместе с --for review.
cli-export-rules = Добавить то, что находят правила: из указанного файла, а если он не указан — встроенные.
export-done = записан файл { $path }; кодирований в исследовании: { $codings }; потерь и замечаний: { $losses }
# Книги для кодирования и книги для проверки.
sheet-document = Документ
sheet-passage = Фрагмент
sheet-heading = Заголовок
sheet-text = Текст
sheet-code = Код
sheet-memo = Заметка
sheet-coder = Кодировщик
sheet-codebook = Кодификатор
sheet-how = Как кодировать
sheet-name = Название
sheet-definition = Определение
sheet-include = Что кодировать
sheet-exclude = Что не кодировать
sheet-example = Пример
sheet-not-listed = Этого нет в списке. Можно ввести id или название кода; остальное будет отмечено как неизвестное. Оставить?
sheet-how-to =
    Каждая строка — фрагмент. Прочитайте заголовок и текст, затем выберите коды из списков в ячейках «Код 1», «Код 2» и так далее; порядок кодов не важен. У фрагмента может быть несколько кодов или ни одного.
    Код можно и ввести: его id или название на любом языке.
    Чтобы снять код, очистите ячейку. Не удаляйте строки: у удаленной строки кодирования останутся прежними.
    В столбец «Заметка» запишите то, что хотите запомнить о фрагменте.
    Документ, фрагмент, заголовок и текст защищены: по ним находится кодирование. Фильтры, ширина столбцов и ваши собственные столбцы ничему не мешают. Чтобы отсортировать строки, сначала снимите защиту листа (пароля нет).
    Каждый кодировщик работает на своем листе и не смотрит на чужие.
    Сохраните файл как XLSX и верните его.
review-number = №
review-quote = Слова
review-agree = Согласны?
review-other-code = Другой код
review-comment = Комментарий
review-yes = да
review-no = нет
review-sheet = Проверка
review-not-listed = Выберите ответ из списка или оставьте ячейку пустой.
review-how-to =
    Каждая строка — кодирование: слова, код и тот, кто его дал.
    В столбце согласия выберите «да» или «нет» либо укажите верный, по-вашему, код в столбце другого кода. Пустая строка остается нерешенной.
    В столбец «Комментарий» запишите то, что следует знать кодировщику.
    Сохраните файл как XLSX и верните его.

# Команда `daryn compare`.
cli-compare = Сравнить два текста: что сохранено, изменено, перемещено, добавлено или исключено.
cli-compare-file = Прежний текст, затем новый или текст того же акта на другом языке; с --line — два или больше по порядку времени.
cli-compare-line = Проследить единицы через все файлы: время жизни, сохранность, новизна, заимствованные слова.
cli-compare-unit = Что сравнивать: article — статьи (пункты, если статей нет) или leaf — наименьшие фрагменты; по умолчанию article.
cli-compare-format = Форма вывода: text, json, html, csv, xlsx или parquet; по умолчанию text.
cli-compare-output = Файл для записи; если он не указан, вывод идет в стандартный вывод, кроме xlsx и parquet.
compare-lang = ru
compare-title = Сравнение двух текстов
compare-articles = Статьи
compare-points = Пункты
compare-leaves = Наименьшие фрагменты
compare-outside = Фрагменты вне их
compare-counts = { $what }: сохранено — { $kept }, изменено — { $edited }, перемещено — { $moved }, добавлено — { $new }, исключено — { $dropped }
compare-differences = Расхождений между языками в числах, датах и нумерации: { $n }
compare-difference = { $label }, { $kind }: { $old } → { $new }
compare-difference-note = { $label }, сноска, { $kind }: { $old } → { $new }
compare-no-label = без номера
compare-in-note = сноска
compare-kind-number = число
compare-kind-date = дата
compare-kind-label = нумерация
compare-missing = отсутствует
compare-status-kept = сохранено
compare-status-edited = изменено
compare-status-moved = перемещено
compare-status-new = добавлено
compare-status-dropped = исключено
compare-note-rewritten-under-the-same-number = написано заново под тем же номером
compare-note-renumbered = было { $old }, стало { $new }
compare-note-edited = с изменениями
compare-note-out-of-order = в другом порядке
compare-note-under-another-part = в другом разделе
compare-note-repealed-in-old = уже утратило силу в старом тексте
compare-note-repealed-in-new = в новом тексте утратило силу, остался лишь заголовок или слова об этом
compare-changed = Что изменилось
compare-show = Показать слова
compare-old = Прежний текст
compare-new = Новый текст
compare-dropped-from = исключено:
compare-dropped-to = конец исключенного
compare-new-from = добавлено:
compare-new-to = конец добавленного
compare-head-label = Номер
compare-head-kind = Вид
compare-head-part = Часть
compare-head-status = Статус
compare-head-note = Примечание
compare-head-share = Доля общих слов от более короткого текста
compare-head-old-label = Прежний номер
compare-head-old-kind = Прежний вид
compare-head-old-passage = Прежний фрагмент
compare-head-old-text = Прежний текст
compare-head-new-label = Новый номер
compare-head-new-kind = Новый вид
compare-head-new-passage = Новый фрагмент
compare-head-new-text = Новый текст
compare-head-old-file = Прежний файл
compare-head-new-file = Новый файл
compare-lives = Время жизни единиц
compare-survival = { $from } → { $to }, { $what }: осталось { $survived } из { $units }
compare-survival-repealed = { $from } → { $to }, { $what }: осталось { $survived } из { $units }, из них утратили силу — { $repealed } (заголовок с примечанием редактора или слова об этом); утратили силу раньше — { $before }
compare-by-labels = сопоставлено по номерам, а не по словам: тексты на двух языках
compare-novelty = { $file }, окно { $window }: новизна — { $novelty }, преходящесть — { $transience }, резонанс — { $resonance } бит
compare-not-defined = не определено
compare-undefined-nothing-before = перед ним недостаточно документов
compare-undefined-nothing-behind = за ним недостаточно документов
compare-undefined-several-languages = документы на разных языках
compare-undefined-no-words = в одном из документов нет слов
compare-reuse = { $from } → { $to }: доля заимствованных цепочек из шести слов — { $share }, фрагментов, большей частью заимствованных: { $n }
compare-attention = { $file }, { $code }: { $n } на 1000 слов, фрагментов: { $passages }
compare-codebook-range = { $file }, { $code }: { $n } на 1000 слов; без какого-либо одного правила или признака — самое меньшее { $least } (исключено: { $least-without }), самое большее { $most } (исключено: { $most-without })
compare-codebook-change = { $from } → { $to }, { $code }: { $before } → { $after } на 1000 слов; направление без какого-либо одного правила или признака: { $direction }
compare-codebook-turned = { $from } → { $to }, { $code }: { $before } → { $after } на 1000 слов; направление без какого-либо одного правила или признака: { $direction } (становится иным, если исключить: { $turned })
compare-coders = { $file }, { $code }: прочитано фрагментов — { $read }; с кодом у первого читавшего — { $first }, у второго — { $second }, по правилам — { $rules }
compare-measures = { $file }: мер найдено по правилам — { $n }; из шести частей в них в среднем найдено { $completeness }
compare-measures-none = { $file }: правила не нашли ни одной меры; это не значит, что мер в тексте нет
compare-measures-step = { $old } → { $new }, меры: сохранено { $kept }, изменено { $changed }, исключено { $dropped }, новых { $added }
compare-measures-languages = { $old } → { $new }, меры: не сопоставлены, так как тексты не на одном языке, известном правилам
compare-more = Время жизни каждой единицы с ее фрагментами: --format json или csv.
compare-head-unit = Единица
compare-head-first = Впервые в
compare-head-last = В последний раз в
compare-head-edited = Изменено в
compare-head-moved = Перемещено в
compare-head-passages = Фрагменты

# Команда `daryn features`.
cli-features = Собрать пакет показателей текстов без их предложений и таблицы по нему.
cli-features-file = Тексты; редакции одного акта — по порядку времени.
cli-features-out = Записываемый пакет.
cli-features-tables = Пакет, таблицы которого нужны.
cli-features-readings = Коды, которые присвоили фрагментам два человека (docs/compare.md), в формате CSV.
cli-features-format = Форма таблиц: text, json, csv, xlsx или parquet; по умолчанию text.
features-written = { $path }: документов — { $documents }, байтов — { $bytes }
features-readings = Фрагментов, прочитанных двумя людьми: { $n }; строк о других текстах, оставленных в стороне: { $others }

# Команда `daryn measures`.
cli-measures = Меры политики из текстов: кто, что, к какому сроку, на какие деньги и с каким показателем; их проверка и судьба.
cli-measures-extract = Выдать меры документа с их частями; у каждой части свое место в тексте.
cli-measures-review = Принять, отклонить или исправить предложенные меры: в терминале по одной или через электронную таблицу.
cli-measures-confirm = Добавить принятые предложения к мерам исследования вместе с их фрагментами.
cli-measures-match = Сопоставить меры двух документов: перенесенные сроки, урезанные деньги, другие показатели и исполнители, исключенные и новые меры.
cli-measures-line = Проследить меры по текстам, данным по порядку времени: когда каждая появилась, изменилась и исключена.
cli-measures-line-file = Тексты по порядку времени, все на одном языке.
cli-measures-file = Документ: закон, концепция, план мероприятий.
cli-measures-old = Более ранний документ.
cli-measures-new = Более поздний документ.
cli-measures-bodies = Таблица органов с полями aliases, valid_from и successors: bodies.csv исследования.
cli-measures-from = Книга XLSX, записанная с --to, или файл CSV с решениями; в CSV решение стоит в столбце decision: accept, reject или edit.
cli-measures-to = Записать книгу XLSX: мера в строке, решение из списка, части, которые можно исправить, заметка.
cli-measures-reviewer = Кто проверяет; имя стоит рядом с каждым решением.
cli-measures-format = Вид результата: csv (по умолчанию), json, xlsx, parquet или ig для IG Script.
measures-title = Меры
measures-match-title = Меры двух документов
measures-count = мер: { $n }
measures-match-count = сохранено: { $kept }, изменено: { $changed }, исключено: { $dropped }, новых: { $new }
measures-line-title = Судьба мер
measures-line-count = { $old } → { $new }: сохранено { $kept }, изменено { $changed }, исключено { $dropped }, новых { $added }
measures-reviewed = принято: { $accepted }, отклонено: { $rejected }, не решено: { $open }
measures-taken = перенято решений: { $n }; строк, которых нет среди предложений: { $unknown }
measures-ask = a — принять, r — отклонить, e — исправить, s — пропустить, q — закончить:
measures-edit = Строки вида часть=слова; пустая строка завершает. Части: { $parts }
measures-not-understood = не понято: { $found }
measures-not-there = не взято, таких слов во фрагменте нет: { $found }
measures-no-value = не взято, это не дата (2030-12-31), не число, не год и не вид меры: { $found }
measures-stays-open = взято не все, поэтому решение остается открытым
measures-confirmed = добавлено мер в { $file }: { $n }
measures-in-several = из них приняты на нескольких языках и добавлены один раз: { $n }
measures-head-document = Документ
measures-head-file = Файл
measures-head-passage = Фрагмент
measures-head-start = Начало
measures-head-end = Конец
measures-head-language = Язык
measures-head-rule = Правило
measures-head-confidence = Уверенность
measures-head-completeness = Известно частей из шести
measures-head-polarity = Обязанность, право, запрет или план
measures-head-actor = Исполнитель
measures-head-co-actor = Соисполнитель
measures-head-deontic = Деонтический оператор
measures-head-action = Действие
measures-head-object = Объект
measures-head-target-group = Целевая группа
measures-head-instrument = Инструмент
measures-head-instrument-class = Класс инструмента
measures-head-deadline = Срок
measures-head-deadline-kind = Вид срока
measures-head-deadline-from = Срок, с
measures-head-deadline-to = Срок, по
measures-head-deadline-count = Срок, сколько единиц
measures-head-deadline-unit = Единица срока
measures-head-money = Деньги
measures-head-amount = Сумма
measures-amount-for-measure = эту меру
measures-amount-for-several-rows = несколько строк
measures-head-amount-for = На что сумма
measures-head-currency = Валюта
measures-head-source = Источник средств
measures-head-indicator = Показатель
measures-head-baseline = Исходное значение
measures-head-baseline-year = Год исходного значения
measures-head-target-value = Целевое значение
measures-head-target-year = Год целевого значения
measures-head-unit = Единица
measures-head-target-unit = Единица целевого значения
measures-head-completion = Форма завершения
measures-head-condition = Условие
measures-head-places = Места
measures-head-ig = IG Script
measures-head-text = Текст
measures-head-sha256 = Дайджест файла
measures-head-locator = Где
measures-head-decision = Решение
measures-head-memo = Заметка
measures-head-reviewer = Кто проверил
measures-head-measure = Мера исследования
measures-sheet = Меры
measures-decision-accept = принять
measures-decision-edit = изменить
measures-decision-reject = отклонить
measures-decision-open = не решено
measures-how-to =
    Каждая строка — мера, которую предлагает программа: текст и каждая часть словами текста. Пустая часть означает, что она не указана.
    В столбце решения выберите: «принять», если все части верны; «изменить», если вы исправили часть; «отклонить», если это не мера; «не решено», если откладываете.
    В части могут стоять только слова самого фрагмента. Скопируйте их из текста или очистите ячейку, если часть там не указана. Дата срока пишется так: 2030-12-31.
    Серые столбцы — только для чтения. Строки можно сортировать и фильтровать. По удаленной строке решение не принимается.
    Сохраните файл как XLSX и верните его.
measures-match-head-fate = Что стало с мерой
measures-match-head-likeness = Сходство
measures-match-head-part = Часть
measures-match-head-way = Как изменилось
measures-match-head-old = Было
measures-match-head-new = Стало
measures-match-head-since = С какого дня
measures-match-head-old-passage = Фрагмент старого документа
measures-match-head-new-passage = Фрагмент нового документа
measures-match-head-measure = Мера
measures-line-head-first = Впервые в тексте
measures-line-head-last = В последний раз в тексте
measures-line-head-changes = Изменения
measures-line-head-passages = Фрагмент в каждом тексте
measures-line-head-polarity = Обязанность, право, запрет или план
measures-line-head-measure = Мера
