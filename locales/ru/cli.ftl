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
