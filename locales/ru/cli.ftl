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
cli-verify-report = Папка проверяемого отчета; если не указана, DIR/report.
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
