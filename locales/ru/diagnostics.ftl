# Что не так и что делать. Одно сообщение и одна подсказка для каждого кода.
severity-error = ошибка
severity-warning = предупреждение
severity-hint = подсказка
diag-unknown-field = неизвестное поле `{ $field }`
diag-unknown-field-hint = { $nearest ->
    [none] известные поля: { $known }
   *[other] возможно, имелось в виду `{ $nearest }`? Известные поля: { $known }
}
diag-missing-field = нет обязательного поля `{ $field }`
diag-missing-field-hint = добавьте `{ $field }`; `daryn schema` показывает, что должна содержать запись
diag-wrong-type = в поле `{ $field }` ожидается { $expected ->
    [id] имя из букв, цифр и знаков «-», «_», «.»
    [text] текст
    [url] адрес, который начинается с http:// или https://
    [integer] целое число
    [number] число вида 1234.5
    [yes-no] yes или no
    [date] дата
    [period] период
    [list] список
    [table] таблица
   *[other] { $expected }
}, а указано `{ $found }`
diag-wrong-type-hint = { $expected ->
    [number] пишите цифрами, дробную часть отделяйте точкой, не ставьте пробелов, запятых и единиц измерения; если значения нет, оставьте ячейку пустой
    [integer] пишите только цифрами; если значения нет, оставьте ячейку пустой
   *[other] исправьте значение или, если поле необязательное, оставьте ячейку пустой
}
diag-unknown-code = `{ $found }` не входит в число значений поля `{ $field }`
diag-unknown-code-hint = { $nearest ->
    [none] допустимые значения: { $known }
   *[other] возможно, имелось в виду `{ $nearest }`? Допустимые значения: { $known }
}
diag-impossible-date = `{ $found }` в поле `{ $field }` — не дата
diag-impossible-date-hint = пишите 2022, 2022-11 или 2022-11-30 и указывайте существующий день
diag-impossible-period = `{ $found }` в поле `{ $field }` — не период
diag-impossible-period-hint = пишите 2022, 2022-S1, 2022-Q3, 2022-M01/M09, 2023/2024 или дату; конец не может быть раньше начала
diag-dates-out-of-order = конец раньше начала: { $found }
diag-dates-out-of-order-hint = проверьте valid_from и valid_to
diag-open-quote = кавычка не закрыта
diag-open-quote-hint = закройте кавычку; внутри ячейки в кавычках удваивайте ее
diag-no-header = файл пуст
diag-no-header-hint = первая строка должна содержать названия столбцов
diag-duplicate-column = столбец `{ $field }` указан дважды
diag-duplicate-column-hint = удалите один из двух столбцов
diag-wrong-field-count = в этой строке { $found ->
    [one] { $found } поле
    [few] { $found } поля
    [many] { $found } полей
   *[other] { $found } поля
}, в заголовке — { $expected }
diag-wrong-field-count-hint = заключайте ячейки с запятыми в кавычки и сохраняйте запятую для каждой пустой ячейки
diag-bad-encoding = файл не в кодировке UTF-8
diag-bad-encoding-hint = похоже на { $guess }; сохраните файл в UTF-8 (в Excel: «CSV UTF-8»)
diag-bad-toml = недопустимый TOML: { $reason }
diag-bad-toml-hint = тексты пишутся в кавычках, списки — в квадратных скобках; см. toml.io
diag-duplicate-key = указано дважды: { $reason }
diag-duplicate-key-hint = имена должны быть уникальными; переименуйте или удалите одно из двух
diag-no-study = в папке { $folder } нет study.toml
diag-no-study-hint = укажите папку исследования или создайте ее командой `daryn new NAME`
diag-path-outside = `{ $found }` выходит за пределы папки исследования
diag-path-outside-hint = указывайте файлы относительно папки исследования, разделяйте папки знаком «/» и не используйте «..»
diag-file-named-twice = файл `{ $found }` указан дважды
diag-file-named-twice-hint = указывайте каждый файл в разделе [files] один раз
diag-missing-file = файла `{ $found }` нет
diag-missing-file-hint = создайте его или удалите его строку в разделе [files]
diag-unreadable-file = не удается прочитать файл `{ $found }`: { $reason }
diag-unreadable-file-hint = закройте другие программы, которые используют файл, и проверьте свои права на него
diag-unnamed-file = этот файл не указан в study.toml
diag-unnamed-file-hint = укажите его в разделе [files] (`other = [...]` для заметок), чтобы файл фиксации его учитывал
diag-missing-translation = поле `{ $field }` пусто, хотя на другом языке текст есть
diag-missing-translation-hint = добавьте текст; до тех пор отчет показывает текст на другом языке и сообщает об этом
diag-dangling-reference = `{ $found }` в поле `{ $field }` не указывает ни на одну запись
diag-dangling-reference-hint = { $nearest ->
    [none] добавьте запись или исправьте имя
   *[other] возможно, имелось в виду `{ $nearest }`?
}
diag-unknown-sdg-target = среди задач Целей устойчивого развития нет `{ $found }`
diag-unknown-sdg-target-hint = укажите код задачи, например 4.b или 10.7
diag-year-outside-study = { $found } в поле `{ $field }` выходит за пределы лет исследования ({ $first }–{ $last })
diag-year-outside-study-hint = исправьте год или расширьте data_start и data_end в study.toml
diag-wrong-unit = указана единица `{ $found }`, а показатель { $indicator } измеряется в `{ $expected }`
diag-wrong-unit-hint = пересчитайте значение или заведите для другой единицы отдельный показатель
diag-duplicate-observation = второе наблюдение с тем же ключом: { $found } (первое — в строке { $line })
diag-duplicate-observation-hint = если опубликованы оба, укажите для каждого `vintage`; если нет, удалите одно
diag-extract-file = извлечение { $extract }: нет файла { $found }
diag-extract-file-hint = положите его в папку `statistics`; в ней есть: { $known }
diag-extract-component = извлечение { $extract }: в файле нет компонента «{ $found }»
diag-extract-component-hint = в нём есть: { $known }
diag-extract-empty = извлечение { $extract }: ни одно наблюдение файла не подходит
diag-extract-empty-hint = в файле есть { $seen }; проверьте также территории и годы; `daryn stats read` показывает всё
diag-extract-areas = извлечение { $extract }: ничего не найдено для { $found }
diag-extract-areas-hint = уберите эти территории из `areas` или посмотрите, как они записаны в файле
diag-extract-several = извлечение { $extract }: нескольким наблюдениям файла соответствует { $found }
diag-extract-several-hint = они различаются: { $parts }; укажите в `select`, какое из них нужно
diag-extract-value = извлечение { $extract }: «{ $found }» ({ $place }) нельзя взять как число
diag-extract-value-hint = укажите `decimal_mark` или такое `decimals`, при котором сохраняются все цифры; знаки отсутствия данных задаются в описании таблицы (`mapping`)
diag-extract-period = извлечение { $extract }: «{ $found }» ({ $place }) — не период
diag-extract-period-hint = укажите в `period`, какой компонент содержит время, или выделите время из слов в описании таблицы (`mapping`)
diag-extract-scale = извлечение { $extract }: значения даны с множителем — степень десяти { $found } ({ $place })
diag-extract-scale-hint = укажите `scale`: степень десяти, с которой значения приводятся к единице исследования; 0, если не нужно
diag-extract-status = извлечение { $extract }: статус «{ $found }» ({ $place }) неизвестен
diag-extract-status-hint = укажите в `statuses`, что он означает: { $known }
diag-extract-series = извлечение { $extract }: «{ $found }» не может быть именем ряда
diag-extract-series-hint = буквы, цифры, `-`, `_`, `.`, `+`; «{"{"}area{"}"}» и «{"{"}partner{"}"}» заменяются кодами территорий
diag-extract-percent = извлечение { $extract }: у «{ $found }» ({ $place }) стоит знак процента
diag-extract-percent-hint = при `percent = true` берутся проценты: 12,3 из ячейки, где записано 0,123 и показано 12,3%
diag-extract-of-mapping = извлечение { $extract }: `{ $field }` не действует, если файл читается по описанию таблицы
diag-extract-of-mapping-hint = укажите это в описании таблицы (`mapping`)
diag-extract-one-of = извлечение { $extract }: нужно ровно одно из двух: `{ $one }` или `{ $other }`
diag-extract-one-of-hint = `{ $one }` называет компонент файла, `{ $other }` задает значение для всего извлечения
diag-extract-twice = извлечение { $extract }: { $found } встречается в файле дважды, в строках { $one } и { $other }
diag-extract-twice-hint = они не различаются ничем, что показало бы, какое из них нужно; проверьте файл
diag-extract-mixed = извлечение { $extract }: в ряду { $found } оказалось бы разное: { $parts }
diag-extract-mixed-hint = укажите в `select`, что именно нужно, или в `differ`, что компонент не влияет на предмет учета
diag-extract-scales = извлечение { $extract }: у значений разные множители: { $found }
diag-extract-scales-hint = выберите их по отдельности, каждое со своим `scale`; – означает, что множитель не указан
diag-extract-nothing = извлечение { $extract }: для его территорий и лет ничего не найдено
diag-extract-nothing-hint = компоненты файла: { $known }; `daryn stats read` показывает всё
diag-extract-measure = извлечение { $extract }: ни у одного наблюдения нет значения
diag-extract-measure-hint = укажите в `value`, в каком компоненте оно стоит: { $known }
diag-extract-remark = извлечение { $extract }: сказанное о { $found } не относится ни к одному наблюдению
diag-extract-remark-hint = исправьте период или территорию замечания либо год разрыва ряда
diag-extract-deleted = извлечение { $extract }: наблюдения, которые файл объявляет удаленными, не взяты: { $n }
diag-extract-deleted-hint = файл содержит обновление; если прежних данных нет, возьмите полный набор
diag-extract-unknown-areas = извлечение { $extract }: неизвестные территории не взяты: { $found }
diag-extract-unknown-areas-hint = перечислите нужные территории в `areas` или задайте коды в описании таблицы
diag-extract-break = извлечение { $extract }: у { $found } в файле статус { $status }, а в `breaks` указан разрыв; показан разрыв
diag-extract-break-hint = у наблюдения один статус; о другом скажите в замечании
diag-extract-more = извлечение { $extract }: подобных проблем ещё { $n }
diag-mixed-series = в ряду { $found } смешаны разные значения поля `{ $field }` (другое значение: { $reason })
diag-mixed-series-hint = в одном ряду могут быть только строки, в которых считается одно и то же: выделите остальные строки в отдельный ряд
diag-flow-without-values = у { $found } (`{ $field }`) нет ни одного значения между страной и партнером за период { $period }
diag-flow-without-values-hint = укажите показатель или ряд со значением ровно за этот период, где ref_area — страна исследования, а partner_area — отдельная страна; сомнительные строки и группы стран не учитываются
diag-flow-not-one = в поле `{ $field }` показатель { $found } стоит рядом с другими названиями
diag-flow-not-one-hint = укажите один показатель или только ряды одного показателя
diag-flow-mixed = в поле `{ $field }` потока { $found } смешаны строки, которые различаются в `{ $differs }` ({ $rows })
diag-flow-mixed-hint = вместе показываются только строки, в которых считается одно и то же: укажите ряды вместо показателя
diag-flow-total = итог в поле `{ $field }` потока { $found } равен { $total }, а сумма по партнерам — { $sum }
diag-flow-total-hint = итог на рисунке не используется; сверьте строки с источником
diag-target-without-value = у меры { $found } нет target_value или target_year
diag-target-without-value-hint = укажите для меры и то и другое или удалите целевое значение
diag-effect-without-design = уровень доказательств { $found } — { $grade }: значение не может быть эффектом
diag-effect-without-design-hint = укажите в kind association или count; для эффекта нужен дизайн, позволяющий судить о причинной связи (уровень A)
diag-transfer-of-other-practice = { $found } — значение по практике { $practice }, которой нет в рекомендации { $recommendation }
diag-transfer-of-other-practice-hint = добавьте практику в practices или удалите эту запись
diag-match-without-words = в `{ $field }` стоит суждение `{ $found }`, но сравнивать не с чем: пусто { $missing }
diag-match-without-words-hint = напишите недостающий текст или укажите `unknown`
diag-key-of-measures = `{ $field }` в { $found } спрашивает о том, что есть только у мер
diag-key-of-measures-hint = practice_count учитывает functions, instrument и grade; удалите этот ключ
diag-missing-parameter = для { $found } не указано `{ $field }`
diag-missing-parameter-hint = без этого нельзя рассмотреть ни проверку, ни целевое значение
diag-support-cycle = цепочка оснований { $found } возвращается к своему началу
diag-support-cycle-hint = удалите одну из записей в builds_on
diag-out-of-range = значение `{ $field }` равно { $found }, ожидается { $expected }
diag-out-of-range-hint = исправьте значение
diag-empty-study = в исследовании пока нет данных
diag-empty-study-hint = заполните documents.csv, measures.csv или statistics.csv; как это сделать, сказано в файле README в той же папке
diag-damaged-cache = поврежденная запись кэша удалена
diag-damaged-cache-hint = ничего не потеряно: этап выполнен заново
diag-causal-word = текст говорит о воздействии или наводит на мысль о нем: «{ $found }»
diag-causal-word-hint = опишите, что наблюдалось; чтобы говорить о воздействии, нужен дизайн, который это допускает
diag-write-failed = не удается записать { $path }: { $reason }
diag-write-failed-hint = освободите место или проверьте свои права на папку и запустите снова; наполовину записанных файлов не осталось
diag-busy = с этим исследованием уже работает другой процесс daryn
diag-busy-hint = дождитесь, пока он закончит
diag-no-lock = файла daryn.lock нет
diag-no-lock-hint = сначала создайте отчет: daryn run
diag-bad-lock = не удается прочитать daryn.lock: { $reason }
diag-bad-lock-hint = восстановите его из git или создайте отчет заново: daryn run
diag-unreadable-folder = не удается прочитать { $path }: { $reason }
diag-unreadable-folder-hint = проверьте имя папки и свои права на нее
diag-unknown-id = ничего с именем { $found } нет
diag-unknown-id-hint = { $nearest ->
    [none] имена приведены в report.json и в разделе «Доказательная база» отчета
   *[other] возможно, имелось в виду { $nearest }?
}
diag-folder-exists = { $path } уже существует
diag-folder-exists-hint = выберите другое имя; ничего не изменено
diag-bad-name = { $found } не может быть именем исследования
diag-bad-name-hint = используйте в последней части пути буквы, цифры, пробелы и знаки «-», «_», «.»
diag-bad-threads = число потоков должно быть от 1 до 256
diag-bad-threads-hint = чтобы использовать все ядра, не указывайте --threads
diag-unknown-schema = схемы с именем { $found } нет
diag-unknown-schema-hint = схемы: { $known }
diag-output-is-input = отчет заменил бы { $path }, файл исследования
diag-output-is-input-hint = укажите другую папку в --out; ничего не изменено
diag-wrong-delimiter = столбцы разделены знаком `{ $found }`
diag-wrong-delimiter-hint = разделите столбцы запятыми; в редакторе таблиц сохраните как «CSV UTF-8 (разделитель — запятая)»

# Источники извне.
diag-source-no-downloads = в исследовании не назван список загрузок
diag-source-no-downloads-hint = напишите `downloads = "downloads.toml"` в [files] и по одной записи [[download]] на источник; см. docs/sources.md
diag-source-unknown-source = в списке загрузок нет `{ $found }`
diag-source-unknown-source-hint = { $nearest ->
    [none] источники: { $known }
   *[other] имелось в виду `{ $nearest }`? Источники: { $known }
}
diag-source-unknown-connector = нет коннектора `{ $found }`
diag-source-unknown-connector-hint = { $nearest ->
    [none] коннекторы: { $known }; `file` — просто адрес
   *[other] имелось в виду `{ $nearest }`? Коннекторы: { $known }
}
diag-source-unknown-query = у { $connector } нет запроса `{ $found }`
diag-source-unknown-query-hint = { $nearest ->
    [none] запросы: { $known }
   *[other] имелось в виду `{ $nearest }`? Запросы: { $known }
}
diag-source-missing-parameter = для { $connector } нужно `{ $found }`
diag-source-missing-parameter-hint = добавьте `{ $found }`: в `parameters`, если это не areas, from, to или address
diag-source-unknown-parameter = у { $connector } нет места для `{ $found }`: значение было бы молча пропущено
diag-source-unknown-parameter-hint = { $nearest ->
    [none] можно задать: { $known }
   *[other] имелось в виду `{ $nearest }`? Можно задать: { $known }
}
diag-source-bad-parameter = `{ $found }` увёл бы { $connector } в другую папку
diag-source-bad-parameter-hint = напишите без «.» и «..» как частей пути
diag-source-bad-address = { $scheme ->
    [none] `{ $url }` — не адрес, по которому можно обратиться
   *[other] `{ $url }` — адрес вида `{ $scheme }`, а не http или https
}
diag-source-bad-address-hint = начните с https:// и напишите имя узла латиницей (xn--…), без имени пользователя и пароля
diag-source-import-only = этот сайт просит программы не обращаться к нему: { $url }
diag-source-import-only-hint = сохраните страницу в браузере и передайте её: `daryn add FILE --as ID`; если владелец разрешил, напишите `allow = "with permission"`
diag-source-robots-forbid = robots.txt узла { $host } запрещает программам читать { $path }
diag-source-robots-forbid-hint = сохраните страницу в браузере или напишите `allow = "with permission"`, если владелец разрешил
diag-source-robots-unreachable = не удалось прочитать robots.txt узла { $host } ({ $reason }), поэтому больше ничего не запрашивалось
diag-source-robots-unreachable-hint = повторите позже
diag-source-name-not-resolved = имя { $host } никому не известно
diag-source-name-not-resolved-hint = проверьте адрес и подключение к сети
diag-source-connection-refused = { $host } не принимает соединений
diag-source-connection-refused-hint = повторите позже; если в адресе есть порт, проверьте его
diag-source-connection-failed = нет соединения с { $host }: { $reason }
diag-source-connection-failed-hint = проверьте сеть и прокси, если он есть (HTTPS_PROXY)
diag-source-connection-cut = { $host } каждый раз обрывает соединение: получено байтов { $received } из { $announced }
diag-source-connection-cut-hint = выполните ту же команду ещё раз: она продолжит с места обрыва, если сервер это позволяет
diag-source-timeout = { $host } не ответил вовремя ({ $reason })
diag-source-timeout-hint = повторите позже или запросите меньше: меньше территорий, меньше лет
diag-source-too-slow = сервер слишком медленный: передача остановилась или почти остановилась, получено байтов: { $bytes }
diag-source-too-slow-hint = повторите позже или сохраните файл в браузере и передайте его: `daryn add`
diag-source-too-large = ответ слишком велик: байтов { $bytes }, разрешено { $limit }
diag-source-too-large-hint = запросите меньше или увеличьте `max_bytes` в [settings] списка загрузок
diag-source-unpacks-too-large = { $packed } байт распаковываются больше чем в разрешённые { $limit }
diag-source-unpacks-too-large-hint = если файл и должен быть таким большим, увеличьте `max_bytes` в [settings]
diag-source-wrong-length = сервер каждый раз объявляет байтов { $announced }, а присылает { $received }
diag-source-wrong-length-hint = возможно, файл на сервере повреждён: посмотрите его в браузере
diag-source-redirect-loop = сервер отправляет по кругу с одного адреса на другой: { $url }
diag-source-redirect-loop-hint = откройте адрес в браузере и укажите тот, на котором он останавливается
diag-source-redirects-too-many = перенаправлений больше { $n }, последнее — на { $url }
diag-source-redirects-too-many-hint = откройте адрес в браузере и укажите тот, на котором он останавливается
diag-source-redirect-scheme = сервер отправляет на `{ $url }`: это `{ $scheme }`, а не http или https
diag-source-redirect-scheme-hint = ничего не открыто; проверьте адрес
diag-source-redirect-downgrade = сервер отправляет с защищённого адреса на незащищённый: { $url }
diag-source-redirect-downgrade-hint = если вы доверяете сети, укажите этот адрес сами
diag-source-redirect-login = сервер отправляет на страницу входа: { $url }
diag-source-redirect-login-hint = войдите в браузере, сохраните файл и передайте его: `daryn add`
diag-source-certificate-issuer = узлу { $host } нельзя доверять: нет сертификата его издателя «{ $issuer }» (прислано сертификатов: { $sent })
diag-source-certificate-issuer-hint = это не отказ сайта. Сохраните сертификат «{ $issuer }» в файл{ $address ->
    [none] {""}
   *[other] {" "}(его адрес в сертификате сайта: { $address })
} и назовите его: `--ca FILE`, DARYN_CA или `ca` в [settings]; сверьте отпечаток с тем, кому доверяете. Сертификаты по-прежнему проверяются
diag-source-certificate-expired = сертификат узла { $host } просрочен или ещё не действует
diag-source-certificate-expired-hint = проверьте часы компьютера; иначе исправить это может только сайт
diag-source-certificate-name = сертификат узла { $host } выдан на другое имя
diag-source-certificate-name-hint = проверьте адрес; иначе исправить это может только сайт
diag-source-certificate-bad = нет безопасного соединения с { $host }: { $reason }
diag-source-certificate-bad-hint = проверьте адрес; к серверу без шифрования обращаются через http://
diag-source-ca-unreadable = в { $path } нет сертификатов, которые можно прочитать: { $reason }
diag-source-ca-unreadable-hint = дайте файл с «BEGIN CERTIFICATE» (PEM) или один сертификат в двоичном виде (DER)
diag-source-needs-key = источник требует ключ (статус { $status }: { $reason })
diag-source-needs-key-hint = { $variable ->
    [none] этот источник отвечает только тем, кого знает: сохраните файл в браузере
   *[other] получите у источника бесплатный ключ и запишите его в переменную { $variable }; он нигде не сохраняется
}
diag-source-forbidden = источник отказывает: статус { $status }, { $reason }
diag-source-forbidden-hint = некоторые сайты отказывают программам, которые не называют браузер: задайте `user_agent` в [settings] или сохраните файл в браузере
diag-source-not-found = не найдено: { $url } ({ $reason })
diag-source-not-found-hint = проверьте имена и коды; адрес мог измениться
diag-source-gone = удалено навсегда: { $url } ({ $reason })
diag-source-gone-hint = найдите более новый адрес; сохранённое раньше остаётся
diag-source-query-too-large = запрос слишком велик для источника: { $reason }
diag-source-query-too-large-hint = запросите в одной записи меньше территорий, лет или кодов
diag-source-rate-limited = источник сообщает, что к нему обращаются слишком часто; подождать: { $wait } с
diag-source-rate-limited-hint = повторите через это время; полученное остаётся
diag-source-server-error = сбой на стороне источника: статус { $status }, { $reason }
diag-source-server-error-hint = повторите позже
diag-source-status = источник ответил статусом { $status }: { $reason }
diag-source-status-hint = проверьте запись; причина названа словами источника
diag-source-bad-http = { $host } отвечает не по правилам HTTP: { $reason }
diag-source-bad-http-hint = проверьте адрес и порт
diag-source-no-bytes = ответ пуст: ни одного знака
diag-source-no-bytes-hint = повторите позже или откройте адрес в браузере
diag-source-is-html = вместо { $expected } пришла страница: «{ $words }»
diag-source-is-html-hint = откройте адрес в браузере: возможно, идут работы или адрес изменился
diag-source-is-xml = вместо { $expected } пришёл XML: «{ $words }»
diag-source-is-xml-hint = повторите позже; если так и останется, источник изменился
diag-source-is-json = вместо { $expected } пришёл JSON: «{ $words }»
diag-source-is-json-hint = возможно, это ошибка в словах источника; иначе источник изменился
diag-source-is-other = вместо { $expected } пришло другое: «{ $words }»
diag-source-is-other-hint = откройте адрес в браузере; если в записи задан `kind`, проверьте его
diag-source-login-page = вместо ответа пришла страница входа: «{ $url }»
diag-source-login-page-hint = войдите в браузере, сохраните файл и передайте его: `daryn add`
diag-source-captcha = пришла страница, которая проверяет, человек ли обращается: «{ $url }»
diag-source-captcha-hint = откройте адрес в браузере, сохраните файл и передайте его: `daryn add`
diag-source-error-inside = со статусом успеха пришла ошибка: { $reason }
diag-source-error-inside-hint = причина названа словами источника; проверьте имена и коды
diag-source-unknown-code = источник не знает кода: { $reason }
diag-source-unknown-code-hint = проверьте показатель и территории по спискам источника
diag-source-hint = источник сообщает: { $reason }
diag-source-hint-hint = ответ сохранён; посмотрите, касается ли это вас
diag-source-empty = у источника нет строк на этот запрос
diag-source-empty-hint = это ответ, а не ошибка, но неверный код у многих источников выглядит так же: проверьте коды и годы
diag-source-areas-missing = запрошено, но не получено, территории: { $found }
diag-source-areas-missing-hint = у источника нет строк по ним или другие коды; это «нет сведений», а не ноль
diag-source-years-missing = запрошено, но не получено, годы: { $found }
diag-source-years-missing-hint = у источника нет строк по ним; это «нет сведений», а не ноль
diag-source-outside-asked = строки вне запроса ({ $what }): { $found }
diag-source-outside-asked-hint = источник молча пропустил `{ $what }` или называет это иначе; проверьте имя и коды
diag-source-comes-later = источник ещё готовит файл: { $reason }
diag-source-comes-later-hint = повторите позже или запросите меньше
diag-source-cut = { $kind } обрывается слишком рано, байтов: { $bytes }
diag-source-cut-hint = ничего не сохранено; повторите
diag-source-unreadable = { $kind } не читается: { $reason }
diag-source-unreadable-hint = повторите позже; если так и останется, источник изменился
diag-source-nul-padding = отрезано заполнение в конце, байтов: { $bytes }
diag-source-nul-padding-hint = делать ничего не нужно: в журнале есть дайджест байтов в том виде, в каком они пришли
diag-source-bom = текст начинается с метки порядка байтов
diag-source-bom-hint = делать ничего не нужно: при чтении она пропускается
diag-source-charset = в заголовке сказано { $said }, а текст похож на { $looks }
diag-source-charset-hint = байты сохранены как пришли; при чтении посмотрите, правильны ли буквы
diag-source-layout = строение ответа изменилось: нет `{ $found }`
diag-source-layout-hint = посмотрите ответ в браузере; коннектор нужно обновить
diag-source-not-looked-into = сохранено без проверки, так как байтов слишком много: { $bytes }
diag-source-not-looked-into-hint = запросите в одной записи меньше, чтобы можно было проверить территории и годы
diag-source-total-changed = число строк изменилось между страницами: { $was }, затем { $now } на странице { $page }
diag-source-total-changed-hint = источник обновлялся: повторите
diag-source-page-repeated = страница { $page } повторяет страницу { $earlier }
diag-source-page-repeated-hint = источник не учитывает номер страницы: запросите в одной записи меньше
diag-source-page-empty = страница { $page } пуста; получено строк: { $rows } из { $total }
diag-source-page-empty-hint = если все строки получены, это ничему не вредит; иначе повторите
diag-source-rows-missing = источник объявил строк: { $total }, а дал: { $rows }
diag-source-rows-missing-hint = повторите; ничего не сохранено
diag-source-too-many-pages = страниц в ответе больше { $n }
diag-source-too-many-pages-hint = запросите в одной записи меньше
diag-source-unsafe-name = имя файла увело бы из его папки: { $found }
diag-source-unsafe-name-hint = архив с таким именем не сохраняется; от имени файла остаётся только последняя часть
diag-source-not-stored = нет в хранилище: { $url }
diag-source-not-stored-hint = получите источник один раз без --offline
diag-source-damaged = сохранённые байты не те, что были сохранены ({ $reason }): { $path }
diag-source-damaged-hint = получите источник ещё раз или верните файл из копии
diag-source-log-torn = последняя строка журнала не дописана
diag-source-log-torn-hint = делать ничего не нужно: она будет отброшена при следующей записи
diag-source-log-damaged = строка журнала не читается: { $reason }
diag-source-log-damaged-hint = верните журнал из копии или получите источник ещё раз; сами байты хранятся по дайджесту
diag-source-file-unreadable = { $path } не читается: { $reason }
diag-source-file-unreadable-hint = укажите файл, который есть и который вам можно читать
diag-source-added-already = эти байты уже сохранены под именем { $found }
diag-source-added-already-hint = ничего не добавлено: одинаковые байты — один источник
diag-source-bad-name = { $found } не может быть именем источника
diag-source-bad-name-hint = используйте буквы, цифры, «-», «_», «.» или «+»
diag-unknown-column = столбца `{ $found }` нет
diag-unknown-column-hint = { $nearest ->
    [none] посмотрите на строку заголовков таблицы
   *[other] возможно, имелось в виду `{ $nearest }`?
}
diag-key-not-unique = вторая строка с ключом { $found } (первая — строка { $line })
diag-key-not-unique-hint = назовите больше столбцов в --key или отберите строки с помощью --where
diag-source-no-release = выпуск { $found } источника { $source } не сохранен
diag-source-no-release-hint = получите его командой `daryn fetch` или `daryn add`; `daryn vintages` перечисляет сохраненное
diag-source-keys-twice = имя `{ $found }` стоит в одном объекте дважды
diag-source-keys-twice-hint = берётся последнее из двух; посмотрите ответ и проверьте, верно ли это
diag-source-git-missing = git здесь не установлен
diag-source-git-missing-hint = установите git или возьмите тексты из репозитория и сохраните их командой `daryn add`
diag-source-git-failed = git не может прочитать { $path }: { $reason }
diag-source-git-failed-hint = укажите в `repository` папку клона относительно исследования
diag-source-git-no-path = ни один коммит { $found } не затрагивает { $path }
diag-source-git-no-path-hint = напишите путь так, как он стоит в репозитории, с «/» между папками
diag-source-no-key = коннектор источника { $found } не указывает, чем строки отличаются друг от друга
diag-source-no-key-hint = сравните два файла: daryn revisions OLD NEW --key A,B --value V
diag-source-many-releases = с { $found } начинается более одного выпуска источника { $source }
diag-source-many-releases-hint = напишите больше знаков дайджеста, как показывает `daryn vintages`
diag-source-in-pages = ответ источника { $found } пришел несколькими страницами, файлом исследования он стать не может
diag-source-in-pages-hint = запросите его одной страницей или уберите `file` из записи
diag-source-git-shallow = в клоне { $path } нет более старых коммитов, изданий может быть больше
diag-source-git-shallow-hint = получите всю историю: git fetch --unshallow
diag-read-unreadable = не удается прочитать файл: { $reason }
diag-read-unreadable-hint = проверьте, что файл существует и доступен для чтения; закройте его в других программах
diag-read-too-large = файл больше { $limit } МБ
diag-read-too-large-hint = разделите документ или сохраните только его текст
diag-read-unsupported = файлы этого формата не читаются: { $format }
diag-read-unsupported-hint = откройте файл, сохраните его как DOCX, HTML или TXT и прочитайте сохраненный файл
diag-read-damaged = файл поврежден и не читается как { $format }{ $part ->
    [none] {""}
   *[other] : { $part }
}
diag-read-damaged-hint = откройте файл в той программе, в которой он создан, и сохраните заново либо загрузите его еще раз
diag-read-no-part = файл называет себя { $format }, но в нем нет { $part }
diag-read-no-part-hint = откройте файл в той программе, в которой он создан, и сохраните заново
diag-read-bomb = файл распаковывается более чем в { $limit } МБ, дальше он не читался
diag-read-bomb-hint = в документе такого размера столько текста не бывает; возьмите его из источника еще раз
diag-read-zip-path = имя в архиве ведет за пределы его папки и пропущено: { $name }
diag-read-zip-path-hint = на диск ничего не распаковывается, но выясните, откуда этот файл
diag-read-zip-twice = имя встречается в архиве несколько раз: { $name }; программы могут показать разный текст
diag-read-zip-twice-hint = откройте файл, сохраните его заново и сравните
diag-read-password = файл защищен паролем ({ $format })
diag-read-password-hint = откройте его с паролем, сохраните без пароля и прочитайте сохраненный файл
diag-read-legacy = старый формат Word ({ $format }) не читается
diag-read-legacy-hint = откройте файл и сохраните как DOCX или выполните `soffice --headless --convert-to docx FILE`
diag-read-workbook = это книга с таблицами ({ $format }), а не текстовый документ
diag-read-workbook-hint = сохраните ее листы как CSV и добавьте их как таблицы исследования
diag-read-slides = это слайды ({ $format }), а не текстовый документ
diag-read-slides-hint = сохраните их как DOCX (структура) или PDF и прочитайте сохраненный файл
diag-read-archive = это архив ({ $format }), а не документ
diag-read-archive-hint = распакуйте его и прочитайте файлы из него
diag-read-owner-file = это не документ: такой файл Word кладет рядом с открытым документом
diag-read-owner-file-hint = закройте Word или не указывайте имена, которые начинаются с `~$`
diag-read-in-use = файл открыт в другой программе
diag-read-in-use-hint = закройте его там (часто это Word) и прочитайте снова
diag-read-rtf-braces = скобки не парные; текст прочитан, насколько возможно
diag-read-rtf-braces-hint = сравните конец текста с файлом
diag-read-wrong-name = по имени это { $claimed }, но содержимое — { $found }; прочитано как { $found }
diag-read-wrong-name-hint = переименуйте файл
diag-read-no-text = текст не найден
diag-read-no-text-hint = откройте файл и посмотрите, есть ли в нем текст; страницу следует сохранять после полной загрузки
diag-measures-no-such-day = { $passage }: такого дня нет: { $found }
diag-measures-no-such-day-hint = срок дан без дат; проверьте, ошибка ли это акта или его текста
diag-measures-money-shared = { $passage }: одна сумма на несколько строк плана: { $found }
diag-measures-money-shared-hint = возможно, это деньги не только этой меры; не складывайте их по строкам
diag-measures-sum-of-several = { $count ->
    [one] сумма меры { $found } ({ $money }) стоит в ячейке плана, охватывающей несколько строк
   *[several] одна сумма плана ({ $money }) стоит в нескольких строках: { $found }
}
diag-measures-sum-of-several-hint = план дает ее один раз на несколько своих строк; не складывайте ее по мерам
diag-measures-no-currency = { $passage }: сумма без валюты: { $found }
diag-measures-no-currency-hint = сумма дана без нее; укажите валюту в заголовке столбца или исправьте предложение
diag-measures-bad-decision = не решение: { $found }
diag-measures-bad-decision-hint = напишите accept, reject или edit либо оставьте ячейку пустой
diag-measures-no-column = в таблице нет столбца `{ $field }`
diag-measures-no-column-hint = выгрузите предложения командой `daryn measures review --output` и заполните эту таблицу
diag-measures-no-table = в исследовании нет таблицы мер
diag-measures-no-table-hint = добавьте `measures = "measures.csv"` в [files] файла study.toml и сам файл с заголовком
diag-measures-no-document = приняты меры документа, которого нет в исследовании: { $found }
diag-measures-no-document-hint = добавьте строку об этом тексте в таблицу документов; предложение сохранится
diag-measures-not-compared = меры документа { $found } приняты на нескольких языках в местах без номеров или с повторяющимися номерами; их не сравнивали, и у каждой своя строка
diag-measures-not-compared-hint = сравните их; если две строки — одна мера, удалите одну и отклоните её предложение
diag-measures-other-words = { $found } добавлена как отдельная мера: у { $other }, стоявшей в этом месте документа, другие слова
diag-measures-other-words-hint = текст изменился, или слова строки кто-то переписал; если это одна мера, удалите одну строку и отклоните ее предложение
diag-measures-perhaps-twice = возможно, { $found } — та же мера, что и { $other }, принятая в тексте документа на другом языке; у каждой своя строка
diag-measures-perhaps-twice-hint = сравните их; если это одна мера, удалите одну строку и отклоните ее предложение
diag-measures-not-there = таких слов во фрагменте нет, или это не значение для `{ $part }`: { $found }
diag-measures-not-there-hint = скопируйте слова из текста; дата пишется так: 2030-12-31; из таблицы ничего не взято
diag-measures-sheet-no-manifest = в книге не сказано, какие в ней меры: нет скрытого листа `_measures`
diag-measures-sheet-no-manifest-hint = запишите ее заново командой `daryn measures review --to` и перенесите в нее решения
diag-measures-sheet-no-heads = ни на одном листе нет столбцов проверки мер
diag-measures-sheet-no-heads-hint = верните заголовки номера и решения в прежнем виде в одну из первых 50 строк
diag-measures-sheet-unknown-row = лист «{ $sheet }», ячейка { $cell }: меры с таким номером в книге нет: { $found }
diag-measures-sheet-unknown-row-hint = строка не учтена; перенесите решение в строку нужной меры
diag-measures-sheet-row-twice = на листе «{ $sheet }» мера { $number } стоит дважды (впервые в строке { $first }) с одними и теми же словами
diag-measures-sheet-row-twice-hint = она учтена один раз
diag-measures-sheet-rows-differ = на листе «{ $sheet }» мера { $number } стоит дважды (впервые в строке { $first }), и строки говорят разное
diag-measures-sheet-rows-differ-hint = ни одна из строк не учтена; оставьте одну и прочитайте файл снова
diag-measures-sheet-row-gone = меры, строки которых удалены: { $n }
diag-measures-sheet-row-gone-hint = они остаются как были; что не было решено, остается нерешенным
diag-measures-sheet-edited = лист «{ $sheet }», ячейка { $cell }: изменена защищенная ячейка меры { $number }
diag-measures-sheet-edited-hint = это изменение не учтено, остальная строка учтена; проверьте, что она по-прежнему об этой мере
diag-measures-sheet-bad-decision = лист «{ $sheet }», ячейка { $cell }: такого решения в списке нет: { $found }
diag-measures-sheet-bad-decision-hint = выберите решение из списка в ячейке; из строки взята только заметка
diag-measures-sheet-not-there = лист «{ $sheet }», ячейка { $cell }: таких слов во фрагменте нет: { $found }
diag-measures-sheet-not-there-hint = по строке решение не принято; скопируйте слова для `{ $part }` из текста или очистите ячейку, если часть не указана
diag-measures-sheet-bad-value = лист «{ $sheet }», ячейка { $cell }: это не значение для `{ $part }`: { $found }
diag-measures-sheet-bad-value-hint = по строке решение не принято; дата пишется так: 2030-12-31, год — четырьмя цифрами, число — цифрами, вид меры — как в списке
diag-measures-sheet-nothing-changed = лист «{ $sheet }», ячейка { $cell }: мера { $number } отмечена как измененная, но ни одна ее часть не изменена
diag-measures-sheet-nothing-changed-hint = по строке решение не принято; измените часть или примите меру
diag-measures-sheet-undecided = лист «{ $sheet }», ячейка { $cell }: части меры { $number } изменены, но решения нет
diag-measures-sheet-undecided-hint = измененные части не учтены; выберите в столбце решения «изменить»
diag-measures-sheet-conflict = лист «{ $sheet }», ячейка { $cell }: по мере { $number } тем временем принято другое решение: { $found }
diag-measures-sheet-conflict-hint = остается то, что есть в исследовании; договоритесь и запишите книгу заново, чтобы изменить его
diag-read-charset = некоторые байты не являются буквами кодировки { $charset } и были заменены
diag-read-charset-hint = сохраните файл в кодировке UTF-8
diag-read-too-many-parts = в файле слишком много частей для его размера: чтение заняло бы слишком много памяти
diag-read-too-many-parts-hint = разделите документ или сохраните только его текст
diag-read-too-deep = вложенность страницы слишком велика, чтобы ее прочитать
diag-read-too-deep-hint = сохраните страницу как текст
diag-read-more-pages = в документе несколько страниц, всего { $n }; это одна из них
diag-read-more-pages-hint = получите все страницы командой `daryn fetch`
diag-read-left-out = в текст попали не все слова страницы: около { $percent } % пропущено как шапка, подвал или меню
diag-read-left-out-hint = сравните конец текста со страницей; если слов не хватает, скопируйте текст страницы в файл DOCX или TXT и прочитайте его
diag-read-pdf-password = PDF закрыт паролем
diag-read-pdf-password-hint = откройте его с паролем, сохраните без пароля и прочитайте новый файл: `qpdf --password=... --decrypt FILE.pdf NEW.pdf`
diag-read-encryption = PDF зашифрован способом, который не поддерживается
diag-read-encryption-hint = откройте его в программе просмотра, напечатайте в новый PDF и прочитайте новый файл
diag-read-pdf-broken = PDF поврежден, прочитать его не удалось
diag-read-pdf-broken-hint = получите файл еще раз; если другие программы его открывают, сохраните его из них заново или попробуйте `qpdf FILE.pdf NEW.pdf`
diag-read-pdf-too-much = чтение остановлено: при распаковке файл становится намного больше, чем допустимо для его размера; не прочитаны страницы: { $pages }
diag-read-pdf-too-much-hint = напечатайте файл в новый PDF или разделите его с помощью `qpdf` и прочитайте полученное
diag-read-page-broken = поврежденное содержимое или шрифты пропущены; страницы: { $pages }
diag-read-page-broken-hint = откройте эти страницы в другой программе; если они там видны, напечатайте их в новый PDF
diag-read-page-without-text = нет текста, который можно прочитать; страницы: { $pages }; это изображения или буквы без кодов
diag-read-page-without-text-hint = распознайте текст, например `ocrmypdf -l kaz+rus FILE.pdf NEW.pdf` (с `--force-ocr`, если буквы искажены), или положите распознанный текст рядом с файлом под именем FILE.pdf.txt, разделив страницы знаком перевода страницы (form feed)
diag-read-ocr-used = текст взят из распознанного текста рядом с файлом; страницы: { $pages }
diag-read-ocr-used-hint = сверяйте цитаты с этих страниц с изображением: в распознанном тексте бывают ошибки
diag-read-repaired = буквы исправлены в { $n } { $n ->
    [one] месте
   *[other] местах
}: похожие буквы другой письменности — { $homoglyphs }, буквы на месте казахских — { $substitutes }, слова в неверной кодировке — { $mojibake }
diag-read-repaired-hint = `--format json` перечисляет все такие места с исходным написанием (`repairs`)
diag-read-anchor = эта строка не задает места в тексте
diag-read-anchor-hint = каждая строка — объект с полем `quote` (или `match`) и с тем, что стоит до и после него, как его печатает `daryn search --format json`
diag-read-kazakh-script = на казахском языке { $script ->
    [Latn] латинскими
   *[other] арабскими
} буквами написано фрагментов: { $n }; их язык обозначается как `other`
diag-read-kazakh-script-hint = возьмите редакцию на кириллице или переведите текст на кириллицу: казахские слова распознаются только в ней

## Тексты документов в исследовании
diag-text-not-whole = этот текст документа { $document } прочитан не целиком и потому ничего не показывает
diag-text-not-whole-hint = посмотрите остальные сообщения об этом файле; получите полный текст и запустите снова
diag-text-too-short = в этом тексте документа { $document } символов: { $n }, и нет ни статей, ни пунктов; за весь документ он не принимается
diag-text-too-short-hint = положите на его место полный текст
diag-text-unlike = имя указывает на { $document }, но в начале текста нет ни названия документа, ни его номера с датой
diag-text-unlike-hint = проверьте, тот ли это текст; он используется как есть
diag-text-of-another = имя указывает на { $document }, а начало — документа { $found }; текст не используется
diag-text-of-another-hint = переименуйте файл по документу, который в нем содержится
diag-text-of-none = в этом тексте не узнан ни один документ исследования
diag-text-of-none-hint = начните имя файла или его папки с идентификатора документа, например `{ $nearest }.html`
diag-text-of-several = этот текст может относиться к нескольким документам: { $known }
diag-text-of-several-hint = начните имя файла или его папки с идентификатора нужного документа
diag-documents-missing = папки { $path } нет
diag-documents-missing-hint = укажите папку, в которой лежат тексты
diag-text-stands-there = под этим именем в исследовании уже лежит другой текст документа { $document }
diag-text-stands-there-hint = удалите или переименуйте файл в `texts` и добавьте снова
diag-search-no-word = в запросе `{ $query }` нет ни одного слова
diag-search-no-word-hint = напишите хотя бы одно слово или ищите знаки с `--regex`
diag-search-star = в запросе `{ $query }` знак `*` стоит перед словом или внутри него, символ { $at }
diag-search-star-hint = ставьте `*` в конце слова или отдельно вместо любого одного слова; концы слов можно искать с `--regex`
diag-search-pattern = регулярное выражение `{ $query }` неверно с символа { $at }, здесь: `{ $here }` — { $kind ->
    [group-unclosed] круглая скобка не закрыта
    [group-unopened] закрыта круглая скобка, которая не была открыта
    [class-unclosed] квадратная скобка не закрыта
    [class-range] неверный диапазон букв
    [repetition-missing] здесь нечего повторять
    [repetition-count] неверное число повторений
    [escape] такой последовательности с обратной чертой нет
    [look-around] просмотр вперед и назад не поддерживается
    [back-reference] ссылки на предыдущую группу не поддерживаются
    [property] такого класса букв нет
    [too-deep] слишком большая вложенность
   *[other] его нельзя понять
}
diag-search-pattern-hint = исправьте это место; перед знаком, который означает сам себя, поставьте `\`
diag-search-pattern-large = регулярное выражение `{ $query }` слишком велико
diag-search-pattern-large-hint = уменьшите число повторений: оно умножает то, что повторяется
diag-search-damaged = указатель был поврежден и строится заново
diag-search-damaged-hint = ничего не потеряно; если это повторится, проверьте диск

# Статистика: коды территорий, вывод таблиц
diag-stats-area-unknown = страна или территория с названием или кодом `{ $name }` неизвестна
diag-stats-area-unknown-hint = исправьте название или оставьте как есть: значения сохранятся под названием из источника
diag-stats-area-unknown-near = страна или территория с названием или кодом `{ $name }` неизвестна; самое близкое известное название — { $nearest }
diag-stats-area-unknown-near-hint = если имеется в виду { $nearest }, так и напишите: daryn не угадывает
diag-stats-area-several = у названия или кода `{ $name }` несколько значений
diag-stats-area-several-hint = укажите трехбуквенный код ISO 3166-1 той территории, которая имеется в виду
diag-stats-workbook-too-large = на листе помещается 1048576 строк и 16384 столбца; таблице нужно строк: { $rows } и еще две для заголовка, столбцов: { $columns }
diag-stats-workbook-too-large-hint = сохраните таблицу как CSV, Parquet или Arrow либо возьмите меньше строк
diag-stats-workbook-not-written = не удалось записать книгу: { $problem }
diag-stats-workbook-not-written-hint = проверьте папку и свободное место и повторите запись
diag-stats-workbook-cells-cut = в ячейке помещается не больше { $letters } знаков; обрезано ячеек: { $cells }
diag-stats-workbook-cells-cut-hint = CSV, Parquet и Arrow сохраняют текст целиком

## Официальная статистика: SDMX-ML, места, таблицы
diag-stats-unreadable = файл не читается: { $reason }
diag-stats-unreadable-hint = проверьте, что файл на месте и цел; если он загружен из сети, загрузите его еще раз
diag-stats-unknown = формат файла не относится к известным форматам официальной статистики
diag-stats-unknown-hint = откройте файл: вместо данных служба могла прислать сообщение об ошибке или веб-страницу
diag-stats-xml-encoding = файл в кодировке { $name }; читается только UTF-8
diag-stats-xml-encoding-hint = перекодируйте его, например `iconv -f { $name } -t UTF-8`, и измените кодировку в первой строке
diag-stats-xml-deep = вложенность элементов больше, чем в любом сообщении; чтение прекращено на байте { $at }
diag-stats-xml-deep-hint = получите файл из источника заново; все, что стоит до этого места, прочитано
diag-stats-xml-long = элемент, текст или наблюдение больше любых публикуемых; чтение прекращено на байте { $at }
diag-stats-xml-long-hint = получите файл из источника заново; все, что стоит до этого места, прочитано
diag-stats-xml-cut = файл обрывается на байте { $at }
diag-stats-xml-cut-hint = загрузите его еще раз; все, что стоит до этого места, прочитано
diag-stats-xml-broken = нарушены правила XML, байт { $at }
diag-stats-xml-broken-hint = получите файл из источника заново или посмотрите это место в редакторе
diag-stats-xml-end = здесь, на байте { $at }, должен закрываться элемент `{ $name }`, а закрывается другой
diag-stats-xml-end-hint = получите файл из источника заново или исправьте это место
diag-stats-xml-bytes = последовательность не в UTF-8, байт { $at }
diag-stats-xml-bytes-hint = файл поврежден или сохранен в другой кодировке; получите его из источника заново
diag-stats-xml-entity = `{ $name }` обозначает то, что нигде не определено, байт { $at }
diag-stats-xml-entity-hint = раскрываются только `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;` и номера символов
diag-stats-xml-dtd = в файле объявлен тип документа; такие файлы не читаются, так как могут неограниченно разрастаться
diag-stats-xml-dtd-hint = в SDMX его не бывает: возможно, это страница с ошибкой или вредоносный файл
diag-stats-xml-twice = атрибут `{ $name }` стоит в элементе дважды, байт { $at }
diag-stats-xml-twice-hint = неизвестно, какое значение верно; получите файл из источника заново
diag-stats-xml-behind = после конца сообщения стоит что-то еще; это не прочитано
diag-stats-xml-behind-hint = возможно, склеены два файла: разделите их и прочитайте каждый
diag-stats-sdmx-unknown = первый элемент — `{ $name }`; это не сообщение SDMX-ML 2.1 или 3.0 из тех, что читаются
diag-stats-sdmx-unknown-hint = запросите у службы SDMX-ML 2.1, например с заголовком `Accept: application/vnd.sdmx.structurespecificdata+xml;version=2.1`
diag-stats-sdmx-error = служба ответила ошибкой{ $number ->
    [none] {""}
   *[other] { " " }{ $number }
}: { $text }
diag-stats-sdmx-error-hint = измените запрос, как сказано в ответе; 100 означает, что ничего не найдено
diag-stats-sdmx-footer = примечание службы{ $number ->
    [none] {""}
   *[other] { " " }{ $number }
}: { $text }
diag-stats-sdmx-footer-hint = 413 означает, что данные появятся в файле по указанному адресу: загрузите его позже
diag-stats-sdmx-structure-ref = набор данных ссылается на структуру `{ $name }`, которой нет в заголовке
diag-stats-sdmx-structure-ref-hint = использована единственная структура заголовка, если она одна; сверьте имена с источником
diag-stats-sdmx-other-structure = данные построены по { $named }, а передана структура { $used }
diag-stats-sdmx-other-structure-hint = использована переданная структура; если она не та, передайте структуру { $named }
diag-stats-sdmx-group-late = сведения о группе стоят после наблюдений; к стоящим выше наблюдениям они не отнесены
diag-stats-sdmx-group-late-hint = в SDMX группы идут первыми; обратитесь к источнику или поставьте их перед рядами
diag-stats-sdmx-groups = групп или их видов больше, чем бывает в наборе данных
diag-stats-sdmx-groups-hint = запросите у источника часть данных
diag-stats-sdmx-components = компонентов больше, чем бывает в структуре; чтение прекращено на байте { $at }
diag-stats-sdmx-components-hint = возможно, файл вредоносный; получите его из источника заново
diag-stats-sdmx-series-empty = рядов без единого наблюдения: { $n }; строк они не дают
diag-stats-sdmx-series-empty-hint = возможно, в ответе только ключи (`detail=serieskeysonly`): запросите данные
diag-stats-cite-other-file = { $id } относится к другому файлу или другому его выпуску: этот начинается с { $found }
diag-stats-cite-other-file-hint = найдите цитируемый файл: его SHA-256 начинается с цифр перед двоеточием
diag-stats-cite-outside = в файле нет места { $id }
diag-stats-cite-outside-hint = сверьте его с последним столбцом `daryn stats read`
diag-stats-csv-columns = столбцов в таблице было бы { $n }, это больше допустимого
diag-stats-csv-columns-hint = возможно, файл не то, чем кажется; посмотрите его

# Статистика в CSV и JSON: SDMX-CSV, SDMX-JSON и форматы отдельных служб.
diag-stats-stream = файл не читается до конца: { $reason }
diag-stats-stream-hint = проверьте диск или загрузите файл еще раз
diag-stats-json-broken = байт { $at }: { $what ->
    [cut] файл обрывается посреди JSON
    [deep] слишком большая вложенность объектов и списков
    [long] текст или список длиннее, чем бывает в официальной статистике
   *[mark] здесь стоит знак, который в JSON недопустим
}
diag-stats-json-broken-hint = загрузите файл еще раз; если он тот же, сообщите издателю
diag-stats-json-twice = имя `{ $name }` встречается в одном объекте дважды; если это наблюдения, сохранены оба значения, в остальных случаях неясно, какое из них верно
diag-stats-json-twice-hint = сверьте со страницей издателя и сообщите ему
diag-stats-markup = ответ — страница (XML или HTML), а не JSON
diag-stats-markup-hint = откройте ее в браузере: обычно там сказано, почему служба не ответила; затем повторите позже
diag-stats-not-utf8 = байт { $at }: это не UTF-8
diag-stats-not-utf8-hint = сохраните файл в UTF-8
diag-stats-record-long = запись, которая начинается с байта { $at }, длиннее любой записи статистики; возможно, не закрыта кавычка
diag-stats-record-long-hint = проверьте кавычки перед этим местом
diag-stats-shape = это не { $format }: нет `{ $missing }`
diag-stats-shape-hint = проверьте, что файл сохранен целиком и что это именно то, что запрашивалось
diag-stats-unpacks = файл распаковывается более чем в { $limit } МБ, дальше он не читался
diag-stats-unpacks-hint = в таблице такого размера столько данных не бывает; возьмите ее из источника еще раз
diag-stats-archive = архив поврежден или защищен паролем: { $reason }
diag-stats-archive-hint = загрузите его еще раз или распакуйте и передайте таблицы из него
diag-stats-more = замечаний вида `{ $code }`, которые не показаны: { $count }
diag-stats-more-hint = о чем речь, видно из показанных выше
diag-stats-table-empty = таблица пуста: нет даже строки с названиями столбцов
diag-stats-table-empty-hint = проверьте, что файл сохранен целиком
diag-stats-table-ragged = полей в записи: { $found }, столбцов в таблице: { $expected }; запись не прочитана
diag-stats-table-ragged-hint = ищите лишний или пропущенный разделитель или кавычку
diag-stats-table-bytes = в записи есть байты не в UTF-8; они показаны как �
diag-stats-table-bytes-hint = сохраните файл в UTF-8
diag-stats-padded = в конце файла стоят знаки NUL; то, что за первым из них, не прочитано
diag-stats-padded-hint = если служба так дополняет свои файлы, делать ничего не нужно; иначе загрузите файл еще раз
diag-stats-column-twice = столбец `{ $name }` встречается дважды; сохранены значения обоих
diag-stats-column-twice-hint = переименуйте или удалите один из них
diag-stats-action = `{ $found }` — не действие SDMX; строка принята как информация
diag-stats-action-hint = допустимы Information, Append, Merge, Replace, Delete и их первые буквы
diag-stats-extra-column = эту ячейку служебного столбца daryn не удается понять: { $found }
diag-stats-extra-column-hint = запишите файл заново с помощью daryn; столбцы с именами на DARYN_ не правьте
diag-stats-sdmx-json-index = у `{ $component }` нет значения с номером { $index }; сохранен сам номер
diag-stats-sdmx-json-index-hint = структура в файле не подходит к его данным; сообщите издателю
diag-stats-service-error = { $service } отвечает ошибкой: { $text }
diag-stats-service-error-hint = исправьте запрос, как сказано в тексте, или повторите позже
diag-stats-service-remark = замечание UIS ({ $code }): { $text }
diag-stats-service-remark-hint = то, о чем речь, не найдено, и в ответе его нет
diag-stats-service-empty = в ответе нет данных
diag-stats-service-empty-hint = отсутствие данных и неверный код здесь выглядят одинаково: проверьте запрошенные коды
diag-stats-no-rows = в файле нет наблюдений
diag-stats-no-rows-hint = таблица, которая только объявлена, и запрос с неверным кодом выглядят одинаково: проверьте, что было запрошено
diag-stats-only-names = в файле есть только названия кодов, наблюдений нет
diag-stats-only-names-hint = загрузите и сами данные: эти названия относятся к ним
diag-stats-service-part = это лишь часть ответа: { $part } из { $all }
diag-stats-service-part-hint = получите и остальные страницы или запросите больше на одной странице
diag-stats-lists-unequal = в ряду значений: { $found }, периодов: { $expected }; прочитаны только пары
diag-stats-lists-unequal-hint = загрузите файл еще раз; если он тот же, сообщите издателю
diag-stats-place-beyond = значение стоит на месте { $place }, которого в таблице нет; оно не прочитано
diag-stats-place-beyond-hint = размеры измерений не подходят к значениям; сообщите издателю
diag-stats-package-path = путь `{ $path }` ведет за пределы папки пакета, по нему ничего не читалось
diag-stats-package-path-hint = положите таблицу в папку пакета и укажите путь к ней внутри папки
diag-stats-package-other = `{ $path }` — не таблица со значениями через разделитель, она не прочитана
diag-stats-package-other-hint = дайте данные в CSV
diag-stats-package-missing = таблицы `{ $path }`, названной в пакете, нет
diag-stats-package-missing-hint = положите ее рядом с datapackage.json так, как указывает путь
diag-stats-package-hash = таблица `{ $path }` — не та, контрольная сумма которой указана в пакете
diag-stats-package-hash-hint = возьмите пакет из источника еще раз

## Книги, файлы CSV и таблицы с описанием; Open SDG
diag-stats-sheet-unreadable = файл не удается прочитать: { $reason }
diag-stats-sheet-unreadable-hint = проверьте путь и права доступа
diag-stats-sheet-damaged = книга повреждена, это видно в ее части `{ $part }`; наблюдения до места повреждения прочитаны
diag-stats-sheet-damaged-hint = получите файл заново или откройте его в табличном редакторе и сохраните как XLSX
diag-stats-sheet-too-much = чтение остановлено: часть файла после распаковки или один ее элемент занимает больше { $limit } МБ
diag-stats-sheet-too-much-hint = если файл подлинный, сохраните нужный лист отдельной книгой
diag-stats-sheet-locked = книга защищена паролем или записана в формате Excel 97–2003
diag-stats-sheet-locked-hint = откройте ее в табличном редакторе и сохраните как XLSX без пароля
diag-stats-sheet-too-deep = вложенность элементов глубже, чем бывает в книгах; чтение остановлено
diag-stats-sheet-too-deep-hint = откройте файл в табличном редакторе и сохраните как XLSX
diag-stats-sheet-hidden = лист `{ $sheet }` скрыт; он прочитан
diag-stats-sheet-hidden-hint = посмотрите, предназначены ли его данные для публикации; если нет, уберите таблицу из описания
diag-stats-sheet-hidden-cells = таблица `{ $table }`: значений в скрытых строках или столбцах — { $n }, первое в { $cell }; они прочитаны
diag-stats-sheet-hidden-cells-hint = посмотрите, предназначены ли они для публикации; `skip` в описании исключает их
diag-stats-sheet-no-value = таблица `{ $table }`: формул без значения в файле — { $n }, первая в { $cell }; наблюдений они не дают
diag-stats-sheet-no-value-hint = откройте книгу в табличном редакторе, пересчитайте и сохраните
diag-stats-sheet-error-values = таблица `{ $table }`: ячеек с ошибкой вида { $text } — { $n }, первая — { $cell }; они считаются пропусками
diag-stats-sheet-error-values-hint = запросите у издателя исправленный файл
diag-stats-mapping-toml = это не TOML: { $reason }
diag-stats-mapping-toml-hint = исправьте строку; тексты пишутся в кавычках
diag-stats-mapping-key = ключа `{ $key }` здесь в описании таблиц не бывает
diag-stats-mapping-key-hint = здесь возможны: { $known }
diag-stats-mapping-value = такого значения у `{ $key }` быть не может
diag-stats-mapping-value-hint = ожидается: { $expected }
diag-stats-mapping-lacks = не хватает ключа `{ $key }`
diag-stats-mapping-lacks-hint = добавьте его; все ключи описаны в docs/statistics-mapping.md
diag-stats-mapping-no-sheet = листа `{ $sheet }` для таблицы `{ $table }` нет
diag-stats-mapping-no-sheet-hint = листы этого файла: { $sheets }
diag-stats-mapping-no-begin = таблица `{ $table }`: на листе `{ $sheet }` нет ячейки с текстом `{ $text }`, с которой должна начинаться таблица
diag-stats-mapping-no-begin-hint = сверьте слова с файлом; `begins` и `contains` требуют только их часть
diag-stats-mapping-no-end = таблица `{ $table }`: на листе `{ $sheet }` ниже начала нет ячейки с текстом `{ $text }`; таблица прочитана до конца листа
diag-stats-mapping-no-end-hint = сверьте слова с файлом и посмотрите, не прочитаны ли примечания как данные
diag-stats-mapping-no-column = таблица `{ $table }`: на листе `{ $sheet }` в строке начала таблицы нет столбца с заголовком { $columns }
diag-stats-mapping-no-column-hint = сверьте заголовки с файлом или назовите столбцы буквами
diag-stats-mapping-no-head = таблица `{ $table }`: строк или значений без требуемого заголовка — { $n }, первое в { $cell }: { $text }; они не прочитаны
diag-stats-mapping-no-head-hint = продлите заголовок на пустые ячейки (`fill`), сделайте его необязательным (`optional`) или исключите строку либо столбец (`skip`)
diag-stats-mapping-ambiguous = таблица `{ $table }`: значений, которые могут быть одним из двух чисел, — { $n }, первое в { $cell }: { $text }
diag-stats-mapping-ambiguous-hint = укажите в описании `decimal_mark = ","` или `decimal_mark = "."`
diag-stats-mapping-text-values = таблица `{ $table }`: значений, которые не являются ни числами, ни известными знаками, — { $n }, первое в { $cell }: { $text }; они сохранены как текст
diag-stats-mapping-text-values-hint = перечислите знаки в `missing` или `flags` либо закончите таблицу раньше
diag-stats-mapping-merged-values = таблица `{ $table }`: значений в объединенных ячейках — { $n }, первое в { $cell }; каждое прочитано один раз, для первой строки и первого столбца
diag-stats-mapping-merged-values-hint = посмотрите, относится ли оно ко всему, что объединено
diag-stats-mapping-nothing = таблица `{ $table }`: на листе `{ $sheet }` не найдено ни одного наблюдения
diag-stats-mapping-nothing-hint = проверьте, где таблица начинается и кончается и в каких строках и столбцах стоят заголовки
diag-stats-mapping-no-fixed = на листе `{ $sheet }` нет ячейки, которая дает значение `{ $component }`; наблюдения прочитаны без него
diag-stats-mapping-no-fixed-hint = сверьте слова и образец с файлом или задайте значение
diag-stats-mapping-no-code = в описании нет кода `{ $component }` для `{ $text }`; используется сам текст
diag-stats-mapping-no-code-hint = добавьте строку в `[table.codes.{ $component }]`
diag-stats-desa-sheet = заголовки листа `{ $sheet }` не такие, как в таблицах численности мигрантов; он не прочитан
diag-stats-desa-sheet-hint = если он нужен, прочитайте его с описанием таблиц
diag-stats-desa-no-table = ни на одном листе нет таблицы международной численности мигрантов
diag-stats-desa-no-table-hint = возьмите книгу 2019, 2020 или 2024 года Отдела народонаселения ООН или прочитайте эту с описанием таблиц
diag-stats-separated-empty = файл пуст
diag-stats-separated-empty-hint = получите его заново
diag-stats-separated-fields = в записи полей — { $found }, а первая строка называет столбцов — { $expected }; она не прочитана
diag-stats-separated-fields-hint = исправьте запись (например, лишний разделитель или пропущенную кавычку): неизвестно, что в каком столбце стоит
diag-stats-separated-letters = некоторые байты не являются буквами { $charset }; они показаны как �
diag-stats-separated-letters-hint = выясните кодировку и сохраните файл в UTF-8
diag-stats-open-sdg-no-data = в папке нет `data/*.csv`
diag-stats-open-sdg-no-data-hint = укажите папку, в которой лежат `data`, `meta` и `translations`
diag-stats-open-sdg-beside = эта книга лежит среди данных, но платформа строится только из CSV; она не прочитана
diag-stats-open-sdg-beside-hint = сравните ее с CSV того же показателя, если он есть
diag-stats-open-sdg-words = этот YAML не читается: { $reason }; его слова отсутствуют
diag-stats-open-sdg-words-hint = исправьте строку
diag-stats-open-sdg-no-columns = первая строка не называет столбцов `Year` и `Value`; файл не прочитан
diag-stats-open-sdg-no-columns-hint = запишите заголовок так, как требует Open SDG
diag-stats-open-sdg-fields = в записи полей — { $found }, в заголовке — { $expected }; она не прочитана, так как значение может стоять не под своим столбцом
diag-stats-open-sdg-fields-hint = исправьте запись в источнике и сообщите издателю
diag-stats-open-sdg-no-value = записей без значения — { $n }; наблюдений они не дают
diag-stats-open-sdg-no-value-hint = ничего делать не нужно: они объявлены, но не заполнены
diag-stats-open-sdg-no-label = кодов без названия на каком-либо языке — { $n }, например `{ $code }`
diag-stats-open-sdg-no-label-hint = добавьте их в файлы папки `translations`

# Команда `daryn stats`.
diag-stats-other-workbook = книга в формате { $format } не читается
diag-stats-other-workbook-hint = сохраните ее как XLSX или выполните `soffice --headless --convert-to xlsx FILE`; места наблюдений будут указаны в новом файле
diag-stats-unpack = архив с файлами, которые читаются по одному, в том числе `{ $entry }`
diag-stats-unpack-hint = распакуйте его и укажите нужные файлы
diag-stats-sdmx-group-idle = группы, к которым не относится ни одно наблюдение, — { $n }; без структуры неизвестно, какие из их атрибутов образуют ключ
diag-stats-sdmx-group-idle-hint = передайте структуру через `--structure`: тогда сведения о группах попадут в свои строки
diag-stats-separated-quote = кавычка, открытая на этой строке, не закрыта до конца файла; начиная с этой записи ничего не прочитано
diag-stats-separated-quote-hint = закройте ее или удвойте, если она часть текста; проверьте, что файл сохранен целиком
diag-stats-separated-above = строк выше названий столбцов, которые стоят на строке { $head }, — { $n }, первая: { $text }; это заголовки или примечания, они не прочитаны
diag-stats-separated-above-hint = если названия столбцов определены верно, ничего делать не нужно
diag-stats-separated-head-only = в файле есть только названия столбцов ({ $columns }), записей нет
diag-stats-separated-head-only-hint = проверьте, что файл сохранен целиком и что по запросу что-то нашлось
diag-stats-separated-twice = два столбца называются `{ $name }`; второй выведен как `{ $other }`
diag-stats-separated-twice-hint = переименуйте или удалите один из них
diag-stats-several-measures = значением могут быть и `{ $used }`, и `{ $other }`; взят `{ $used }`, `{ $other }` остается столбцом
diag-stats-several-measures-hint = переименуйте столбец, который не является значением, или назовите верный в описании (`--mapping`)
diag-stats-several-periods = временем могут быть и `{ $used }`, и `{ $other }`; взят `{ $used }`, `{ $other }` остается столбцом
diag-stats-several-periods-hint = переименуйте столбец, который не является временем, или назовите верный в описании (`--mapping`)
diag-stats-no-measure = ни один из столбцов не опознан как значение: { $columns }; OBS_VALUE пуст
diag-stats-no-measure-hint = назовите его `OBS_VALUE` или `value` либо укажите в описании (docs/statistics-mapping.md)
diag-stats-remarks-aside = { $entry } поясняет показатели, территории или значения и не содержит наблюдений; непрочитанных записей — { $n }
diag-stats-remarks-aside-hint = загляните в этот файл, если таблица требует пояснений
diag-stats-values-short = в списке значений — { $found }, а размеры измерений требуют { $expected }; недостает последних
diag-stats-values-short-hint = загрузите файл снова; если ничего не изменилось, сообщите издателю
diag-stats-package-encoding = в пакете указана кодировка `{ $name }`, она не читается; таблица пропущена
diag-stats-package-encoding-hint = сохраните таблицу в UTF-8 и укажите эту кодировку в datapackage.json
diag-stats-period-academic = все значения времени имеют вид `{ $example }`: возможно, это учебные годы, но в SDMX `2010-11` — ноябрь 2010 года, так они и читаются
diag-stats-period-academic-hint = если это учебные годы, укажите `academic = true` в извлечении исследования или запишите их как `2010/2011`
diag-stats-beside-exists = данные скрипта заменили бы { $path }, а этот файл создан не для него; ничего не записано
diag-stats-beside-exists-hint = выберите другое имя в `--output` или уберите этот файл
diag-stats-catalogue = это перечень таблиц ILOSTAT: наблюдений в нем нет
diag-stats-catalogue-hint = выберите таблицу по ее `id` и загрузите ее из ILOSTAT
diag-stats-sdmx-csv-codes = в SDMX-CSV кодам нет места, а кроме них в сообщении ничего нет
diag-stats-sdmx-csv-codes-hint = запишите их с `--format csv`
diag-stats-needs-mapping = это таблица для людей: из самого файла не видно, что где стоит
diag-stats-needs-mapping-hint = опишите таблицу в отдельном файле и укажите его в `--mapping`; как это сделать, показано в docs/statistics-mapping.md
diag-stats-folder = в папке нет ни `datapackage.json`, ни хранилища Open SDG
diag-stats-folder-hint = укажите файл или папку, в которой лежат `data`, `meta` и `translations`
diag-indicators-twice = `{ $indicator }` встречается второй раз
diag-indicators-twice-hint = оставьте одну запись; первая стоит в строке { $first }
diag-indicators-bad-unit = единица `{ $unit }` задана как `{ $found }`, это нельзя прочитать
diag-indicators-bad-unit-hint = запишите базовые единицы через `*` и `/`: `person`, `USD/person`, `1` для доли
diag-indicators-unknown-name = нет записи `{ $found }` вида `{ $kind }`
diag-indicators-unknown-name-hint = добавьте ее или исправьте имя{ $nearest ->
    [none] {""}
   *[other] ; ближайшее известное — { $nearest }
}
diag-indicators-formula = формулу `{ $indicator }` нельзя прочитать на знаке { $at }: `{ $formula }` (встречено: `{ $found }`)
diag-indicators-formula-hint = используйте имена показателей, числа, `+ - * /`, скобки и функции вроде `total(X)`
diag-indicators-function = в формуле `{ $indicator }` неизвестная функция `{ $found }`: `{ $formula }`
diag-indicators-function-hint = известные функции: { $known }
diag-indicators-units = в формуле `{ $indicator }` складывается несовместимое: `{ $left }` и `{ $right }` в `{ $formula }`
diag-indicators-units-hint = складывать и вычитать можно только значения одной единицы; единицу меняют деление и умножение
diag-indicators-units-result = формула `{ $indicator }` дает `{ $found }`, а единица показателя — `{ $expected }`: `{ $formula }`
diag-indicators-units-result-hint = исправьте формулу или единицу показателя; процент и «на миллион» — это доли, `1`
diag-indicators-formula-unknown = формуле `{ $indicator }` нужен `{ $found }`, такого показателя нет: `{ $formula }`
diag-indicators-formula-unknown-hint = добавьте показатель или исправьте имя{ $nearest ->
    [none] {""}
   *[other] ; ближайшее известное — { $nearest }
}
diag-indicators-cycle = формулы ссылаются друг на друга по кругу: { $way }
diag-indicators-cycle-hint = один из показателей должен быть наблюдаемым или вычисляться из другого
diag-indicators-period = `{ $found }` — не период; пропущено строк: { $rows }
diag-indicators-period-hint = запишите год, `2022-S1`, `2023-Q1`, `2017-M01/M09` или `2023/2024`
diag-indicators-value = `{ $found }` — не число; пропущено строк: { $rows }
diag-indicators-value-hint = запишите число с точкой или оставьте ячейку пустой, если значения нет
diag-indicators-unit-unknown = единица `{ $found }` неизвестна; строк: { $rows }
diag-indicators-unit-unknown-hint = добавьте ее в `[[unit]]` файла `indicators.toml`; до этого значения не сравниваются и в формулы не идут
diag-indicators-unit-other = единица строк не подходит показателю: { $found }; строк: { $rows }
diag-indicators-unit-other-hint = задайте этому коду свой показатель в `indicators.toml` или исправьте единицу
diag-indicators-area = территория `{ $found }` неизвестна; она оставлена под этим именем
diag-indicators-area-hint = если имеется в виду страна, укажите ее код ISO 3166-1
diag-indicators-no-area = в строках не названа территория; таких случаев: { $rows }
diag-indicators-no-area-hint = укажите в `indicators.toml`, чьи это данные: `[folder]`, `area = "KAZ"`
diag-indicators-folder = { $path } — не папка
diag-indicators-folder-hint = укажите исследование или папку с файлами статистики
diag-indicators-nothing = в { $path } нет файлов с наблюдениями
diag-indicators-nothing-hint = у наблюдений есть период, значение и код в столбцах вроде `indicator`, `ref_area`, `time_period`, `obs_value`; другие опишите в `[[layout]]` файла `indicators.toml`
diag-indicators-no-observations = наблюдений в файле не найдено, он пропущен
diag-indicators-no-observations-hint = если это таблица названий или чего-то другого, делать ничего не нужно
diag-indicators-damaged = файл пуст или поврежден, он пропущен
diag-indicators-damaged-hint = таких байтов нет ни в одном формате статистики: загрузите или сохраните файл заново
diag-indicators-area-unknown = территория `{ $found }` неизвестна
diag-indicators-area-unknown-hint = укажите код или название: KAZ, 398, Казахстан{ $nearest ->
    [none] {""}
   *[other] ; ближайшее известное — { $nearest }
}
diag-indicators-unknown = нет показателя или кода `{ $found }`
diag-indicators-unknown-hint = см. `daryn indicators list`{ $nearest ->
    [none] {""}
   *[other] ; ближайшее известное имя — { $nearest }
}
diag-indicators-output = { $path } — папка
diag-indicators-output-hint = укажите имя файла
diag-stats-several-structures = сообщение о структуре читается отдельно: его коды образуют собственную таблицу
diag-stats-several-structures-hint = прочитайте его отдельно или передайте вместе с данными через `--structure`
diag-stats-no-structure = в этом сообщении не определена структура данных
diag-stats-no-structure-hint = укажите сообщение, в котором есть `DataStructure` с компонентами, а не только ссылка на нее
diag-stats-cite-id = это не название места: { $id }
diag-stats-cite-id-hint = возьмите его из последнего столбца `daryn stats read`, например 3fb2a1c0:1234-1290
diag-stats-cite-no-bytes = { $id } — ячейка таблицы документа; в файле нет байтов, которые были бы ее текстом
diag-stats-cite-no-bytes-hint = откройте документ: буквы и число после @ — столбец и строка таблицы

# Ключевость и шкалирование.
diag-keyness-no-words = нет слов: { $path }
diag-keyness-no-words-hint = слова должны быть на обеих сторонах сравнения: посмотрите текст командой `daryn read`
diag-keyness-no-words-of-language = нет слов на этом языке: { $path }
diag-keyness-no-words-of-language-hint = сравнивайте без `--language` или посмотрите языки командой `daryn read --format json`
diag-keyness-one-part = в тексте только одна часть: `dp` его слов равен 0 и ничего не говорит
diag-keyness-one-part-hint = части простого текста — строки: поставьте каждый абзац на отдельную строку
diag-keyness-languages = стороны сравнения не на одном языке: { $target } против { $reference }; слова оказываются характерными из-за языка
diag-keyness-languages-hint = сравнивайте фрагменты на одном языке: `--language ru`
diag-features-form = { $path } — не пакет показателей: { $reason }
diag-features-form-hint = создайте его заново: `daryn features FILE... --out PACKAGE`
diag-features-version = пакет { $path } — версии { $version }, а этой программе известна версия { $own }
diag-features-version-hint = создайте его заново этой программой или возьмите программу, которой он создан
diag-features-unknown = в пакете { $path } назван элемент, которого в нем нет: { $name }
diag-features-unknown-hint = пакет изменен вручную или поврежден; создайте его заново: `daryn features FILE... --out PACKAGE`
diag-features-twice = { $path }: { $name } встречается дважды там, где допускается один раз
diag-features-twice-hint = пакет изменен вручную или поврежден; создайте его заново: `daryn features FILE... --out PACKAGE`
diag-features-left-out = { $path }: единица { $name } не входит ни в одну пару, поэтому подсчеты изменений были бы неверны
diag-features-left-out-hint = пакет урезан или поврежден; создайте его заново: `daryn features FILE... --out PACKAGE`
diag-features-unfit = { $path }: фрагмент { $name } стоит в паре, которая ему не подходит
diag-features-unfit-hint = сохраненные, измененные и перемещенные единицы стоят с обеих сторон, добавленные — в новом тексте, исключенные — в старом, и каждая является единицей своего текста; создайте пакет заново: `daryn features FILE... --out PACKAGE`
diag-features-steps = { $path }: { $name } и следующий текст не сопоставлены ровно один раз по статьям и один раз по наименьшим фрагментам
diag-features-steps-hint = пакет урезан или поврежден; создайте его заново: `daryn features FILE... --out PACKAGE`
diag-features-reader = пакет { $path } создан с версией чтения { $reader }, у этой программы — { $own }: тот же текст может делиться на другие фрагменты
diag-features-reader-hint = прежде чем сравнивать пакеты, создайте его заново: `daryn features FILE... --out PACKAGE`
diag-features-same-file = { $path } указан дважды: таблицы пакета различают тексты по файлам
diag-features-same-file-hint = укажите каждый текст один раз; у копий в других папках имена разные
diag-features-readings-columns = в таблице прочтений нет столбцов: { $missing }
diag-features-readings-columns-hint = нужны sha256, start, end, reading_1 и reading_2; рядом могут стоять и другие столбцы
diag-features-readings-place = `{ $start }` и `{ $end }` не задают места в тексте
diag-features-readings-place-hint = укажите номера знаков текста, как их считает `daryn read`: первый знак и тот, что за последним
diag-features-readings-code = `{ $found }` — не код кодификатора
diag-features-readings-code-hint = { $nearest ->
    [none] коды разделяются точкой с запятой; где не подходит ни один, оставьте ячейку пустой или поставьте -
   *[other] возможно, имеется в виду `{ $nearest }`
}
diag-features-readings-twice = фрагмент { $passage } уже прочитан в одной из строк выше
diag-features-readings-twice-hint = оставьте по одной строке на фрагмент
diag-features-readings-no-passage = в тексте нет фрагмента от { $start } до { $end }; строка не учтена
diag-features-readings-no-passage-hint = другая версия чтения может делить текст иначе; фрагменты покажет `daryn read FILE --format json`

diag-measures-bodies-columns = это не таблица органов: нет столбца id или столбца с названиями
diag-measures-bodies-columns-hint = нужны id и один из столбцов name_en, name_ru, name_kk, aliases, как в bodies.csv исследования
diag-measures-languages = { $old } — на языке { $old_language }, { $new } — на языке { $new_language }: меры сопоставляются по словам, поэтому ничего не сопоставлено
diag-measures-languages-hint = укажите два текста на одном языке, известном правилам (kk, ru, en); числа и даты на двух языках сравнивает `daryn compare`
diag-package-missing = пакет указан, но файла { $found } нет
diag-package-missing-hint = создайте его: `daryn features FILE... --out { $found }` — или удалите строку
diag-table-empty = в таблице нет строк
diag-table-empty-hint = первая строка называет столбцы, каждая следующая — строка таблицы
diag-scale-few = документов: { $documents }; при таком числе шкала говорит мало. Если исключить один из них, порядок меняется не более чем в { $turned } из { $pairs } пар документов, а сдвиг документа доходит до { $move }, или до { $errors } его стандартных ошибок. Средний 95-процентный интервал составляет { $width } % размаха всех позиций, и он слишком узок: выбор документов в нем не учтен
diag-scale-few-hint = `--leave-one-out` показывает, что держится на каждом документе; прежде чем доверять порядку, прочтите сами документы
diag-scale-few-alone = документов: { $documents }; при таком числе шкала говорит мало, и что держится на каждом из них, показать нельзя: без него остальные не шкалируются. Средний 95-процентный интервал составляет { $width } % размаха всех позиций
diag-scale-few-alone-hint = прежде чем доверять порядку, прочтите сами документы
diag-scale-no-words = в таблице слишком мало частот: нужны хотя бы один документ и два встречающихся признака
diag-scale-no-words-hint = получите ее командой `daryn count --features --by-document` или запишите как `document,feature,count`
diag-scale-too-large = частоты слишком велики, чтобы сложить их точно
diag-scale-too-large-hint = проверьте таблицу: в ней больше 9 квадриллионов слов
diag-scale-empty-document = в документе `{ $document }` нет слов
diag-scale-empty-document-hint = уберите его из таблицы: позиции у него нет
diag-scale-too-few-documents = документов: { $documents }; нужно не меньше { $needed }
diag-scale-too-few-documents-hint = при двух документах позиции следовали бы из одной шкалы; добавьте документы
diag-scale-too-few-references = известные позиции даны меньше чем для двух документов
diag-scale-too-few-references-hint = укажите хотя бы две: `--reference left.txt=-1 right.txt=1`
diag-scale-equal-references = все известные позиции одинаковы
diag-scale-equal-references-hint = укажите документы, о которых известно, что они различаются
diag-scale-reference = это не документ с позицией: `{ $reference }`
diag-scale-reference-hint = напишите имя как в таблице, `=` и число: `left.txt=-1`
diag-scale-reference-twice = у документа `{ $document }` две известные позиции
diag-scale-reference-twice-hint = укажите одну из них
diag-scale-unknown-document = в таблице нет документа `{ $document }`
diag-scale-unknown-document-hint = { $nearest ->
    [none] напишите имя так, как оно стоит в таблице
   *[other] может быть, `{ $nearest }`?
}
diag-scale-no-shared-words = у документа `{ $document }` нет общих слов с документами, позиции которых известны; позиции у него нет
diag-scale-no-shared-words-hint = проверьте, на том же ли он языке, или добавьте документы с известными позициями
diag-scale-no-variation = слова употреблены в документах в одинаковых долях: различать документы нечем
diag-scale-no-variation-hint = проверьте, разные ли это документы
diag-scale-direction = это не два документа из таблицы: `{ $direction }`
diag-scale-direction-hint = напишите два имени через запятую: `--direction left.txt,right.txt`
diag-scale-no-direction = направление не задано: у `{ $low }` позиция меньше, чем у `{ $high }`
diag-scale-no-direction-hint = собственного направления у шкалы нет; закрепите его двумя документами, которые вы знаете: `--direction LOW,HIGH`
diag-scale-prior = стандартное отклонение априорного распределения — не положительное число
diag-scale-prior-hint = не указывайте его, тогда оно равно 3
diag-scale-equal-scores = документы получили одинаковую исходную оценку: пересчитывать нечего
diag-scale-equal-scores-hint = берите исходные позиции, без `--rescale`
diag-scale-one-document = для пересчета нужны хотя бы два документа без известной позиции
diag-scale-one-document-hint = возьмите `--rescale mv` или, как делает quanteda, `--rescale lbg-all`
diag-scale-twice = признак `{ $feature }` документа `{ $document }` сосчитан и в строке { $first }
diag-scale-twice-hint = оставьте одну из двух строк
diag-scale-name-twice = имя `{ $name }` стоит и в строке { $first }
diag-scale-name-twice-hint = дайте каждому документу и каждому признаку свое имя
diag-scale-no-count = нет частоты
diag-scale-no-count-hint = напишите 0, если слово искали и его нет: пустая ячейка этого не говорит
diag-scale-bad-count = `{ $value }` — не частота
diag-scale-bad-count-hint = частоты — целые неотрицательные числа; если признаки стоят в строках, добавьте `--features-in-rows`
diag-scale-not-converged = поиск не дошел до максимума; наибольшая составляющая градиента — { $gradient }
diag-scale-not-converged-hint = уберите слова, которые встречаются только в одном документе, или уменьшите `--prior-sd`
diag-scale-absent-words = слов, которые нигде не встречаются и не учтены: { $n }
diag-scale-absent-words-hint = делать ничего не нужно
diag-scale-overdispersed = слова варьируют сильнее, чем допускает модель Пуассона: коэффициент дисперсии { $factor }, и стандартные ошибки модели занижены в { $wider } раза
diag-scale-overdispersed-hint = берите столбцы, имена которых начинаются с `wide_`
diag-scale-no-interval = для документа `{ $document }` интервал не дан: в нем одно слово с оценкой или оценки всех таких слов одинаковы
diag-scale-no-interval-hint = формула дает нулевую стандартную ошибку, но это не значит, что позиция известна точно
# Команда `daryn count`.
diag-count-not-patterns = `{ $text }` — не список шаблонов
diag-count-not-patterns-hint = укажите список строк в кавычках, например "категория" = ["слово*", "два слова"]
diag-count-empty-pattern = в шаблоне `{ $text }` нет ни одного слова
diag-count-empty-pattern-hint = в шаблоне нужна буква, цифра, `*` или `?`; дополните его или удалите
diag-count-category-twice = категория `{ $text }` указана дважды
diag-count-category-twice-hint = категория внутри таблицы называется обоими именами через точку; переименуйте одну из двух
diag-count-pattern-twice = шаблон `{ $text }` указан в категории `{ $category }` дважды
diag-count-pattern-twice-hint = он учитывается один раз; удалите один из двух
diag-count-pattern-split = образец `{ $text }` понят как `{ $words }`: знаки разделяют слова
diag-count-pattern-split-hint = если так и задумано, запишите его через пробелы; для части числа или слова со знаком внутри поставьте вместо знака `*` или `?`, например `3?5*`
diag-count-no-pattern = в категории `{ $text }` нет шаблона, который можно было бы подсчитать
diag-count-no-pattern-hint = ее число всегда равно нулю; добавьте шаблон без `!` или удалите категорию
diag-count-no-category = в словаре нет ни одной категории
diag-count-no-category-hint = укажите хотя бы одну, например "категория" = ["слово*", "два слова"]
diag-count-not-utf8 = словарь не в кодировке UTF-8
diag-count-not-utf8-hint = сохраните файл в UTF-8
diag-count-utf16 = файл в кодировке UTF-16, а строки читаются в UTF-8
diag-count-utf16-hint = сохраните файл в UTF-8
diag-count-line-not-utf8 = строк с байтами не из UTF-8: { $many }; это первая из них
diag-count-line-not-utf8-hint = эти байты сочтены знаками между словами; если пропали буквы, сохраните файл в UTF-8
diag-count-nul = строк с символом U+0000: { $many }; это первая из них
diag-count-nul-hint = он сочтен знаком между словами; проверьте, что файл действительно текстовый
# Кодирования, сделанные людьми, и результат валидации в исследовании.
diag-codings-line = строка не является кодированием: { $reason }
diag-codings-line-hint = строка — объект JSON с полями document, start, end, code, by, coder и quote
diag-codings-unknown-code = `{ $found }` — не код кодификатора, который можно присвоить; кодирование не учтено
diag-codings-unknown-code-hint = { $nearest ->
        [none] укажите код из кодификатора
       *[other] возможно, имелось в виду `{ $nearest }`? Код, под которым стоят другие, сам не присваивается
    }
diag-codings-no-text = в исследовании нет прочитанного целиком текста `{ $document }`; кодирование не учтено
diag-codings-no-text-hint = положите текст в папку texts или исправьте id документа
diag-codings-moved = слова кодирования не стоят на месте { $start } ни в одном тексте `{ $document }`; оно не учтено
diag-codings-moved-hint = текст с тех пор изменился; закодируйте фрагмент { $passage } заново
diag-validation-unreadable = результат валидации не удалось прочитать: { $reason }
diag-validation-unreadable-hint = получите его заново: `daryn validate DIR --labels FILE...`
# Валидация правил двумя кодировщиками.
diag-validation-drawn = выборка уже сделана
diag-validation-drawn-hint = сопоставьте с ней разметку с помощью --labels; чтобы отобрать заново, переместите этот файл и листы в другое место
diag-validation-sheet-there = { $path } уже существует
diag-validation-sheet-there-hint = там может быть работа кодировщика: сначала переместите файл в другое место
diag-validation-no-passage = отбирать не из чего: в исследовании нет текста, который прочитан целиком и который можно закодировать по правилам
diag-validation-no-passage-hint = положите тексты документов в папку texts и укажите в --with и --without числа больше 0
diag-validation-no-frame = в этом исследовании выборки нет
diag-validation-no-frame-hint = сделайте ее командой `daryn validate DIR` и дайте заполнить листы двум кодировщикам
diag-validation-frame-changed = выборка не та, что была сделана: файл изменен
diag-validation-frame-changed-hint = верните файл в том виде, в каком он был записан: разметка относится только к той выборке
diag-validation-text-changed = текст изменился после того, как была сделана выборка
diag-validation-text-changed-hint = верните прежний текст или сделайте новую выборку
diag-validation-rules-changed = кодификатор или правила не те, что были при отборе; измеряются нынешние
diag-validation-rules-changed-hint = правила, написанные со знанием разметки, ею больше не проверяются: для этого сделайте новую выборку
diag-validation-columns = в листе не хватает столбцов: { $missing }
diag-validation-columns-hint = заполните лист, записанный командой `daryn validate DIR`: в нем есть unit, coder и codes
diag-validation-unknown-unit = `{ $found }` — не фрагмент этой выборки
diag-validation-unknown-unit-hint = укажите листы, записанные вместе с этой выборкой, и не меняйте столбец unit
diag-validation-unknown-code = `{ $found }` — не код, который можно присвоить
diag-validation-unknown-code-hint = { $nearest ->
        [none] берите коды из validation.codes.csv, разделяя их знаком ;, а если не подходит ни один, ставьте -
       *[other] возможно, имелось в виду `{ $nearest }`? Коды перечислены в validation.codes.csv
    }
diag-validation-none-and-code = `{ $found }` говорит, что не подходит ни один код, и называет коды
diag-validation-none-and-code-hint = укажите либо коды, либо -
diag-validation-no-coder = не указано, кто разметил { $unit }
diag-validation-no-coder-hint = впишите имя кодировщика в столбец coder
diag-validation-unit-twice = { $coder }: фрагмент { $unit } размечен дважды
diag-validation-unit-twice-hint = оставьте одну из двух строк
diag-validation-one-coder = { $n ->
        [0] никто не разметил ни одного фрагмента
       *[other] фрагменты разметил только один кодировщик: { $found }
    }
diag-validation-one-coder-hint = нужны двое, у каждого свое имя и свой лист
diag-validation-coders = число кодировщиков — { $n }: { $found }
diag-validation-coders-hint = сопоставляются ровно двое; пишите имя кодировщика везде одинаково
diag-validation-no-label = ни одного фрагмента не разметили оба кодировщика (в выборке: { $n }): { $units }
diag-validation-no-label-hint = заполните столбец codes: коды или -, если не подходит ни один; пустая ячейка — фрагмент, который никто не смотрел
diag-validation-missing = фрагменты, которые разметили не оба кодировщика, не учтены: { $n } ({ $units })
diag-validation-missing-hint = пустая ячейка — фрагмент, который никто не смотрел; если не подходит ни один код, ставьте -
diag-validation-stratum-lost = есть страты, в которых оба кодировщика не разметили ни одного фрагмента: результат ничего не говорит о фрагментах: { $n } из { $of }
diag-validation-stratum-lost-hint = пусть оба разметят оставшиеся фрагменты
# Кодификаторы и их правила.
diag-coding-bad-colour = `{ $found }` в поле `{ $field }` — не цвет
diag-coding-bad-colour-hint = укажите шесть шестнадцатеричных цифр после `#`, например "#28599f"
diag-coding-study-rules = у исследования свой кодификатор, а правил для него нет
diag-coding-study-rules-hint = укажите правила как code_rules в [files] файла study.toml или задайте --codebook и --rules
diag-coding-no-code = в кодификаторе нет ни одного кода
diag-coding-no-code-hint = добавьте хотя бы один [[code]] с id и названием
diag-coding-code-twice = код `{ $code }` указан дважды (впервые в строке { $first })
diag-coding-code-twice-hint = дайте одному из них другой id: правила и присвоенные коды ссылаются на id
diag-coding-unknown-parent = `{ $parent }`, вышестоящий код для `{ $code }`, не существует
diag-coding-unknown-parent-hint = { $nearest ->
    [none] добавьте вышестоящий код или удалите `parent`
   *[other] возможно, имелось в виду `{ $nearest }`?
}
diag-coding-circle = иерархия кодов замкнута в кольцо: { $way }
diag-coding-circle-hint = удалите `parent` у одного из них
diag-coding-name-twice = у `{ $other }` и `{ $code }` один вышестоящий код и одно название: { $name }
diag-coding-name-twice-hint = переименуйте один из двух, чтобы их можно было различить
diag-coding-name-ambiguous = `{ $other }` и `{ $code }` под разными вышестоящими кодами называются одинаково: { $name }
diag-coding-name-ambiguous-hint = это допустимо, но там, где видно только название, непонятно, какой из них имеется в виду
diag-coding-no-rule = в файле нет ни одного правила
diag-coding-no-rule-hint = добавьте хотя бы одно [[rule]] с id, code и language
diag-coding-empty-term = в `{ $rule }` здесь нет ни одного слова: { $text }
diag-coding-empty-term-hint = укажите слова, часть слова с `*` или `@` и id признака
diag-coding-unknown-clue = `{ $rule }` ссылается на `@{ $clue }`, но такого признака на его языке нет
diag-coding-unknown-clue-hint = { $nearest ->
    [none] добавьте [[clue]] с этим id и языком
   *[other] возможно, имелось в виду `@{ $nearest }`?
}
diag-coding-bad-near = пару `near` в `{ $rule }` искать невозможно
diag-coding-bad-near-hint = укажите в `a` и `b` слова, а не признаки, а в `within` — число от 1
diag-coding-asks-nothing = в `{ $rule }` не сказано, что должно быть
diag-coding-asks-nothing-hint = укажите `any`, `all`, `near` или `forms`; одних запретов недостаточно
diag-coding-rule-twice = `{ $rule }` встречается дважды (впервые в строке { $first })
diag-coding-rule-twice-hint = дайте одному из них другой id: при каждом присвоенном коде указано его правило
diag-coding-clue-circle = признаки зависят друг от друга: { $way }
diag-coding-clue-circle-hint = удалите одну из ссылок признаков друг на друга
diag-coding-clue-deep = признаки под `{ $clue }` вложены друг в друга глубже чем на { $most } уровней
diag-coding-clue-deep-hint = сократите цепочку признаков
diag-coding-clue-in-scope = в `{ $rule }` признак `{ $clue }` указан в `{ $place }`, но признак сам определяет, где искать
diag-coding-clue-in-scope-hint = укажите признак в `any`, `all` или `none` без `{ $place }`, а `{ $place }` запишите в самом признаке
diag-coding-negated-term = в `{ $rule }` восклицательный знак ничего не исключает: { $text }
diag-coding-negated-term-hint = перенесите слова в `none` и уберите знак
diag-coding-lost-marks = в `{ $rule }` часть знаков в «{ $text }» ничего не значит; ищется: { $words }
diag-coding-lost-marks-hint = допустимы `*`, `?` и `=` в слове, `^` перед всеми словами, `$` после них и `@` перед id признака
diag-coding-never-given = `{ $rule }` зависит от кода `{ $code }`, который не присваивает ни одно правило того же языка
diag-coding-never-given-hint = добавьте правило для этого кода или удалите условие: в `requires` оно никогда не выполняется, в `unless` ничего не исключает
diag-coding-no-language = фрагментов, не кодированных из-за того, что язык не распознан: { $n }
diag-coding-no-language-hint = если все они на одном языке, укажите его в --language
diag-coding-without-rules = фрагментов, не кодированных за отсутствием правил для их языка: { $n } ({ $languages })
diag-coding-without-rules-hint = добавьте правила для этого языка или исключите эти документы
diag-coding-unknown-code = `{ $rule }` называет код `{ $code }`, которого в кодификаторе нет
diag-coding-unknown-code-hint = { $nearest ->
    [none] добавьте код в кодификатор или исправьте правило
   *[other] возможно, имелось в виду `{ $nearest }`?
}
diag-coding-code-circle = коды зависят друг от друга по `requires` и `unless`: { $way }
diag-coding-code-circle-hint = удалите одно из этих условий, чтобы хотя бы один код можно было определить первым
diag-coding-other-version = правила написаны для { $found }, а кодификатор — { $expected }
diag-coding-other-version-hint = проверьте, что определения по-прежнему подходят, и измените `codebook_version` в правилах
diag-coding-other-codebook = правила относятся к { $found }, а кодификатор — { $expected }
diag-coding-other-codebook-hint = укажите в --rules правила этого кодификатора
# Кодирование в таблицах и в Word, проверка, слияние.
diag-sheet-damaged = файл — не книга XLSX или поврежден{ $part ->
    [none] {""}
   *[other] : это видно в его части `{ $part }`
}
diag-sheet-damaged-hint = откройте его в табличном редакторе и сохраните как XLSX; строки до повреждения прочитаны, кодирования остальных оставлены прежними
diag-sheet-too-much = часть книги распаковывается больше чем в { $limit } МБ; она не прочитана
diag-sheet-too-much-hint = книга для кодирования такой не бывает; получите файл у отправителя заново
diag-sheet-locked = книга защищена паролем или сохранена в формате Excel 97–2003
diag-sheet-locked-hint = откройте ее в табличном редакторе и сохраните как XLSX без пароля
diag-sheet-too-deep = вложенность элементов больше, чем в любой книге; чтение остановлено
diag-sheet-too-deep-hint = откройте файл в табличном редакторе и сохраните как XLSX
diag-sheet-no-manifest = в книге не сказано, какие в ней фрагменты: нет скрытого листа `_manifest`
diag-sheet-no-manifest-hint = читаются только книги, записанные командой `daryn export`; если лист удален, перенесите кодирования в новую книгу
diag-sheet-other-form = книга записана другой версией программы, или ее скрытый лист изменен
diag-sheet-other-form-hint = запишите новую книгу и перенесите в нее кодирования
diag-sheet-manifest-damaged = измененных строк скрытого листа, которые не учтены: { $n }
diag-sheet-manifest-damaged-hint = запишите новую книгу и перенесите в нее кодирования этих фрагментов
diag-sheet-other-codebook = книга составлена для кодификатора { $found }, а кодификатор — { $expected }
diag-sheet-other-codebook-hint = взяты коды с теми же id или названием; сверьте их определения
diag-sheet-other-version = книга записана для версии { $found } кодификатора, теперь его версия — { $expected }
diag-sheet-other-version-hint = новые кодирования указывают версию из книги; проверьте, что определения по-прежнему подходят
diag-sheet-no-heads = на листе «{ $sheet }» не найдены заголовки столбцов
diag-sheet-no-heads-hint = верните их в прежнем виде в одну из первых 50 строк; кодирования этого листа оставлены прежними
diag-sheet-no-column = на листе «{ $sheet }» не хватает столбцов: «{ $column }»
diag-sheet-no-column-hint = что в нем было, оставлено прежним; если столбец удален по ошибке, верните его
diag-sheet-no-coder = неизвестно, кто кодировал на листе «{ $sheet }»; он не прочитан
diag-sheet-no-coder-hint = укажите имя кодировщика в столбце кодировщика каждой строки
diag-sheet-new-coder = на листе «{ $sheet }» назван кодировщик, для которого книга не записывалась: { $coder }
diag-sheet-new-coder-hint = кодирования приняты как сделанные этим человеком; если в имени ошибка, исправьте ее и прочитайте файл заново
diag-sheet-coder-twice = у кодировщика { $coder } два листа: «{ $first }» и «{ $sheet }»
diag-sheet-coder-twice-hint = коды обоих листов взяты вместе; если один из них — другого человека, впишите его имя в столбец кодировщика
diag-sheet-coder-missing = в книге больше нет ни одной строки кодировщика { $coder }
diag-sheet-coder-missing-hint = кодирования этого человека оставлены прежними
diag-sheet-row-missing = удаленных строк кодировщика { $coder }: { $n } (фрагменты { $passages })
diag-sheet-row-missing-hint = кодирования этих фрагментов оставлены прежними; чтобы снять код, очистите ячейку, а строку оставьте
diag-sheet-row-twice = на листе «{ $sheet }» фрагмент { $passage } документа { $document } стоит дважды (впервые в строке { $first })
diag-sheet-row-twice-hint = коды и заметки обеих строк взяты вместе; удалите одну из двух
diag-sheet-row-without-passage = лист «{ $sheet }», ячейка { $cell }: запись в строке, где не указан фрагмент: { $found }
diag-sheet-row-without-passage-hint = она не учтена; перенесите ее в строку нужного фрагмента
diag-sheet-own-columns = лист «{ $sheet }»: записи в столбцах, которых нет в форме (ячеек: { $n }), первая из них — { $first }
diag-sheet-own-columns-hint = они не учтены; то, что нужно сохранить, впишите в заметку
diag-sheet-memo-error = лист «{ $sheet }», ячейка { $cell }: формула в заметке дала ошибку: { $found }
diag-sheet-memo-error-hint = сохранена прежняя заметка; впишите ее текстом
diag-sheet-unknown-passage = лист «{ $sheet }», ячейка { $cell }: при записи книги фрагмента { $passage } документа { $document } в ней не было
diag-sheet-unknown-passage-hint = строка не учтена; верните прежние значения документа и фрагмента
diag-sheet-unknown-code = лист «{ $sheet }», ячейка { $cell }: в кодификаторе нет такого кода: { $found }
diag-sheet-unknown-code-hint = { $nearest ->
    [none] выберите код из списка в ячейке или добавьте его в кодификатор; остальные ячейки учтены
   *[other] возможно, имелось в виду «{ $nearest }»? остальные ячейки учтены
}
diag-sheet-ambiguous-code = лист «{ $sheet }», ячейка { $cell }: название «{ $found }» у нескольких кодов: { $codes }
diag-sheet-ambiguous-code-hint = укажите id нужного кода; остальные ячейки учтены
diag-sheet-text-edited = лист «{ $sheet }», ячейка { $cell }: слова фрагмента { $passage } документа { $document } изменены
diag-sheet-text-edited-hint = коды учтены, а слова документа остаются прежними; проверьте, что строка по-прежнему об этом фрагменте
diag-sheet-more = еще таких замечаний на листе «{ $sheet }»: { $n } (`{ $what }`)
diag-sheet-more-hint = исправьте указанное выше и прочитайте файл заново, чтобы увидеть остальные
diag-review-no-manifest = в книге не сказано, какие в ней кодирования: нет скрытого листа `_review`
diag-review-no-manifest-hint = запишите книгу для руководителя заново и перенесите в нее решения
diag-review-no-heads = ни на одном листе нет столбцов проверки
diag-review-no-heads-hint = верните заголовки столбцов в прежнем виде в одну из первых 50 строк
diag-review-unknown-row = лист «{ $sheet }», ячейка { $cell }: кодирования с таким номером в книге нет: { $found }
diag-review-unknown-row-hint = строка не учтена; перенесите решение в строку нужного кодирования
diag-review-row-twice = на листе «{ $sheet }» кодирование { $number } стоит дважды (впервые в строке { $first })
diag-review-row-twice-hint = взяты оба комментария; если строки говорят разное, решение не принято
diag-review-unknown-answer = лист «{ $sheet }», ячейка { $cell }: такого ответа в списке нет: { $found }
diag-review-unknown-answer-hint = выберите ответ из списка в ячейке; остальные ячейки строки учтены
diag-review-contradiction = лист «{ $sheet }», ячейка { $cell }: ответ и другой код `{ $code }` противоречат друг другу
diag-review-contradiction-hint = по этому кодированию решение не принято; оставьте что-то одно. Комментарий учтен
diag-review-edited = лист «{ $sheet }», ячейка { $cell }: слова кодирования { $number } изменены
diag-review-edited-hint = решение учтено, а кодирование остается прежним; проверьте, что строка по-прежнему о нем
diag-word-unknown-code = комментарий к словам «{ $quote }» называет код, которого в кодификаторе нет: { $found }
diag-word-unknown-code-hint = { $nearest ->
    [none] исправьте комментарий или добавьте код в кодификатор; его слова сохранены как заметка
   *[other] возможно, имелось в виду «{ $nearest }»? слова комментария сохранены как заметка
}
diag-word-ambiguous-code = в комментарии к словам «{ $quote }» название «{ $found }» подходит к нескольким кодам: { $codes }
diag-word-ambiguous-code-hint = укажите id нужного кода; слова сохранены как заметка
diag-word-memos = комментариев без кода, сохраненных как заметки на своих местах: { $n }
diag-word-memos-hint = чтобы комментарий стал кодированием, начните его с id или названия кода
diag-word-whole-passages = комментариев без выделенных слов: { $n }; их коды даны всему фрагменту
diag-word-whole-passages-hint = чтобы закодировать только некоторые слова, выделите их перед вставкой комментария
diag-word-no-author = комментариев без автора: { $n }; их кодировщиком считается { $coder }
diag-word-no-author-hint = если их написал кто-то другой, назовите его кодировщиком при чтении файла
diag-word-colour = выделений цвета { $colour }, за которым не стоит один код: { $n }, первое — «{ $quote }»{ $codes ->
    [none] {""}
   *[other] ; похожий цвет у нескольких кодов: { $codes }
}
diag-word-colour-hint = задайте этот цвет одному коду кодификатора (`colour`) или прокомментируйте эти слова
diag-word-colour-nearest = выделений цвета { $colour }, принятых за код `{ $code }` с ближайшим цветом: { $n }
diag-word-colour-nearest-hint = если имелся в виду другой код, задайте ему в кодификаторе ровно этот цвет (`colour`)
diag-word-unknown-colour-code = `{ $colour }` = `{ $found }` — это не цвет и код
diag-word-unknown-colour-code-hint = укажите цвет как #rrggbb или название маркера в Word (yellow, green, cyan ...) и id одного кода
diag-merge-memo = обе стороны изменили заметку кодировщика { $coder } к словам «{ $quote }» ({ $document }, { $code })
diag-merge-memo-hint = сохранены обе заметки, одна под другой
diag-merge-removed = одна сторона удалила кодирование или заметку кодировщика { $coder }, а другая изменила: «{ $quote }» ({ $document }, { $code })
diag-merge-removed-hint = сохранено; удалите, если оно не нужно
diag-merge-row = обе стороны изменили коды, которые { $coder } дал словам «{ $quote }» ({ $document }): здесь { $ours }, там { $theirs }
diag-merge-row-hint = добавленные любой из сторон коды сохранены, снятые любой из сторон — сняты; посмотрите этот фрагмент
diag-merge-coders = { $coder } и другой кодировщик дали словам «{ $quote }» ({ $document }) разные коды: { $ours } — { $theirs }
diag-merge-coders-hint = сохранены оба варианта; насколько кодировщики согласны, покажет `daryn agree`
# Документы, в которых считают слова, и записываемые файлы.
diag-documents-skipped = пропущено файлов, которые не являются документами: { $n }
diag-documents-skipped-hint = среди них — таблицы, архивы, изображения и ссылки, которые никуда не ведут; чтобы файл был прочитан, назовите его сам
diag-documents-none = документов нет: { $path }
diag-documents-none-hint = проверьте, та ли это папка; читаются тексты, DOCX, PDF, HTML и другие документы, также во вложенных папках, кроме скрытых
diag-documents-twice = этот документ уже назван; он учтен один раз
diag-documents-twice-hint = назовите каждый файл один раз или только его папку
diag-output-is-read = { $path } читается, и результат заменил бы этот файл; ничего не записано
diag-output-is-read-hint = выберите другое имя в `--output`
diag-output-folder = папки { $path } нет; ничего не записано
diag-output-folder-hint = создайте ее или выберите другое место в `--output`
# Команда `daryn agree`.
diag-agree-empty = в таблице нет строк
diag-agree-empty-hint = дайте CSV, первая строка которого называет столбцы, а каждая следующая содержит одно значение
diag-agree-column = нет столбца `{ $column }`; в первой строке названы: { $found }
diag-agree-column-hint = назовите столбцы unit, coder, value; с --spans — document, coder, start, end, code
diag-agree-no-name = пустая ячейка в столбце `{ $column }`
diag-agree-no-name-hint = каждая строка должна говорить, что закодировано и кем; пропущено может быть только значение
diag-agree-not-number = это не число: { $value }
diag-agree-not-number-hint = пишите обычное число, например 3.5; если значение пропущено, оставьте ячейку пустой; или укажите --metric nominal
diag-agree-no-rank = это не число: { $value }
diag-agree-no-rank-hint = укажите порядок значений, например --order низкий,средний,высокий; если значение пропущено, оставьте ячейку пустой
diag-agree-outside-order = значения нет в --order: { $value }
diag-agree-outside-order-hint = добавьте его в --order на свое место или исправьте ячейку
diag-agree-order-twice = в --order значение названо дважды: { $value }
diag-agree-order-twice-hint = назовите каждое значение один раз, от первого до последнего
diag-agree-negative = на шкале отношений нет отрицательных значений: { $value }
diag-agree-negative-hint = если ноль не естественное начало отсчета, укажите --metric interval; иначе исправьте ячейку
diag-agree-duplicate = тот же кодировщик уже дал той же единице значение в строке { $first }
diag-agree-duplicate-hint = оставьте одну из двух строк; повторное кодирование записывайте как другого кодировщика, например `anna-2`
diag-agree-like-missing = значение `{ $value }` принято за код, хотя им часто обозначают пропуск
diag-agree-like-missing-hint = если значение пропущено, оставьте ячейку пустой
diag-agree-half-span = пустая ячейка в столбце `{ $column }`
diag-agree-half-span-hint = заполните start, end и code или оставьте пустыми все три: это значит, что кодировщик прочитал документ и кодов не дал
diag-agree-not-whole = в столбце `{ $column }` нужно целое число от 0 до 4294967295: { $value }
diag-agree-not-whole-hint = считайте символы от 0; конец — место после последнего символа
diag-agree-empty-span = в отрезке нет ни одного символа: от { $start } до { $end }
diag-agree-empty-span-hint = считайте символы от 0; конец — место после последнего символа
diag-agree-span-outside = отрезок кончается на { $end }, а символов в документе { $length }
diag-agree-span-outside-hint = проверьте длину и то, что и она, и границы считаются в символах, а не в байтах
diag-agree-two-lengths = длина документа { $document } здесь { $length }, а в строке { $first } — { $other }
diag-agree-two-lengths-hint = укажите для каждого документа одну длину
diag-agree-no-length = неизвестна длина документа { $document }
diag-agree-no-length-hint = добавьте столбец `length` с числом символов или, если все документы одной длины, укажите --length N

# Обмен проектами и кодировочными книгами (REFI-QDA)
diag-qda-no-project = в архиве нет проекта: нет файла, имя которого оканчивается на .qde
diag-qda-no-project-hint = экспортируйте проект заново в формате REFI-QDA (QDPX)
diag-qda-several-projects = в архиве несколько проектов; прочитан { $name }, не прочитаны: { $others }
diag-qda-several-projects-hint = сохраните каждый проект в отдельном файле
diag-qda-damaged = архив поврежден{ $part ->
    [none] {""}
   *[other] : { $part }
}
diag-qda-damaged-hint = экспортируйте проект заново или возьмите файл из источника еще раз
diag-qda-password = архив защищен паролем
diag-qda-password-hint = распакуйте его с паролем, упакуйте без пароля и прочитайте этот файл
diag-qda-bomb = архив распаковывается более чем в { $limit } МБ или содержит слишком много файлов; он не прочитан
diag-qda-bomb-hint = в проекте такого размера столько данных не бывает; возьмите его из источника еще раз
diag-qda-zip-path = файл архива, имя которого ведет за пределы папки, пропущен: { $name }
diag-qda-zip-path-hint = на диск ничего не распаковывается, но выясните, откуда этот файл
diag-qda-zip-twice = у двух файлов архива одно имя; этот пропущен: { $name }
diag-qda-zip-twice-hint = экспортируйте проект заново и сравните
diag-qda-unused-file = этот файл архива не назван ни в одном источнике: { $name }
diag-qda-unused-file-hint = он сохраняется и записывается снова; кодирования в нем нет
diag-qda-too-large = файл проекта больше { $limit } МБ
diag-qda-too-large-hint = разделите проект
diag-qda-not-utf8 = файл проекта не в UTF-8
diag-qda-not-utf8-hint = стандарт требует UTF-8; экспортируйте проект заново
diag-qda-not-xml = неправильно построенный XML: { $reason }
diag-qda-not-xml-hint = экспортируйте проект заново; в файле, исправленном вручную, должен быть закрыт каждый элемент
diag-qda-too-deep = вложенность элементов больше 100 уровней
diag-qda-too-deep-hint = уменьшите число уровней групп кодов
diag-qda-too-many = элементов больше, чем бывает в проектах
diag-qda-too-many-hint = разделите проект
diag-qda-other-root = это не проект и не кодификатор REFI-QDA: корневой элемент — <{ $found }>
diag-qda-other-root-hint = укажите файл .qdpx, .qde или .qdc
diag-qda-namespace = пространство имен — «{ $found }», ожидается { $expected }
diag-qda-namespace-hint = файл прочитан как версия 1.0; сверьте результат с программой, которая его записала
diag-qda-entity = ссылка &{ $name }; не входит в число определенных в XML и оставлена в тексте как есть
diag-qda-entity-hint = ссылки на то, что объявлено в самом файле, никогда не раскрываются
diag-qda-guid-twice = второй элемент с идентификатором { $guid }; первый — в строке { $first }
diag-qda-guid-twice-hint = оба сохранены, но ссылки ведут на оба: экспортируйте проект заново
diag-qda-equal-siblings = второй код «{ $name }» в той же группе
diag-qda-equal-siblings-hint = оба сохранены вместе с кодированием; переименуйте один из них или объедините их
diag-qda-user-twice = второго кодировщика тоже зовут «{ $name }»; первый — в строке { $first }
diag-qda-user-twice-hint = они различаются идентификаторами; переименуйте одного, чтобы различать их в таблицах
diag-qda-unknown-user = нет кодировщика с идентификатором { $guid }
diag-qda-unknown-user-hint = в таблицах вместо имени стоит идентификатор
diag-qda-dangling = { $found } никуда не ведет: { $guid }
diag-qda-dangling-hint = ссылка сохранена; то, на что она указывает, не попало в файл при записи
diag-qda-type-differs = тип переменной — { $type }, а тип значения — { $found }
diag-qda-type-differs-hint = значение оставлено как есть; исправьте одно из двух в программе, записавшей файл
diag-qda-unknown = { $element }: схеме не известно { $found }
diag-qda-unknown-hint = это хранится вместе с проектом, но в новый файл не записывается
diag-qda-no-guid = { $element }: нет идентификатора
diag-qda-no-guid-hint = идентификатор образован по месту в файле и изменится вместе с файлом
diag-qda-bad-guid = { $element }: «{ $found }» — не идентификатор
diag-qda-bad-guid-hint = идентификатор образован от этой записи, и ссылки по-прежнему ведут сюда; ожидаются 32 шестнадцатеричные цифры в пяти группах
diag-qda-no-name = { $element }: нет имени
diag-qda-no-name-hint = дайте имя в программе, записавшей файл
diag-qda-no-target = { $element }: { $found } ни на что не указывает и пропущено
diag-qda-no-target-hint = экспортируйте проект заново
diag-qda-no-code = { $element }: код не указан, элемент пропущен
diag-qda-no-code-hint = присвойте код выделению в программе, записавшей файл
diag-qda-no-codable = { $element }: не сказано, можно ли присваивать этот код; считается, что можно
diag-qda-no-codable-hint = группам кодов нужно isCodable="false"
diag-qda-bad-date = { $element }: «{ $found }» — не дата и время
diag-qda-bad-date-hint = ожидается запись вида 2026-01-15T09:00:00Z; без нее неизвестно, когда это сделано
diag-qda-bad-color = { $element }: «{ $found }» — не цвет
diag-qda-bad-color-hint = ожидается #RRGGBB или #RGB
diag-qda-bad-type = { $element }: «{ $found }» — не тип переменной; принято Text
diag-qda-bad-type-hint = ожидается Text, Boolean, Integer, Float, Date или DateTime
diag-qda-bad-value = { $element }: «{ $found }» — не значение типа { $type }
diag-qda-bad-value-hint = дробная часть отделяется точкой, даты пишутся 2026-01-15; значение считается пропущенным
diag-qda-bad-position = { $element }: { $name } — должно быть целое число, а стоит «{ $found }»
diag-qda-bad-position-hint = выделение сохранено вместе с кодами, но место его неизвестно
diag-qda-source-missing = { $element }: файла { $found } нет в архиве
diag-qda-source-missing-hint = коды и цитаты сохранены; экспортируйте проект заново вместе с источниками
diag-qda-source-outside = { $element }: { $found } находится вне архива и не читался
diag-qda-source-outside-hint = экспортируйте проект так, чтобы источники были внутри файла
diag-qda-not-text = { $element }: { $found } — не UTF-8 и не UTF-16
diag-qda-not-text-hint = байты сохранены; сохраните текст в UTF-8 и экспортируйте проект заново
diag-qda-two-texts = { $element }: есть и текст, и ссылка на файл с другим текстом; взят файл
diag-qda-two-texts-hint = стандарт допускает одно из двух; сравните их
diag-qda-counting = { $element }: позиции отсчитаны не так, как в стандарте ({ $way ->
    [returns] конец строки из двух знаков как один
    [mark] вместе с меткой порядка байтов
    [utf16] в единицах UTF-16
   *[inclusive] конец — последний знак
}); { $n ->
    [one] это подтверждает { $n } цитата
    [few] это подтверждают { $n } цитаты
   *[other] это подтверждают { $n } цитат
}
diag-qda-counting-hint = выделения с цитатой сверены с ней; посмотрите несколько остальных
diag-qda-unproven = { $element }: { $n ->
    [one] { $n } выделение может стоять
    [few] { $n } выделения могут стоять
   *[other] { $n } выделений могут стоять
} в другом месте: ни одна цитата не показывает, как отсчитаны позиции
diag-qda-unproven-hint = посмотрите несколько выделений в программе, записавшей файл; знаки отсчитаны так, как стоят в нем
diag-qda-points = { $element }: { $n ->
    [one] не определено место { $n } точки синхронизации
   *[other] не определены места { $n } точек синхронизации
}
diag-qda-points-hint = сверьте расшифровку с программой, записавшей файл
diag-qda-moved = { $element }: на позициях { $from }–{ $to } этой цитаты нет; в тексте она встречается один раз, с позиции { $start }, туда и перенесено выделение
diag-qda-moved-hint = посмотрите это выделение: текст изменили после того, как оно сделано
diag-qda-unlike = { $element }: на месте { $from }–{ $to } стоит другое, а цитаты в тексте нет
diag-qda-unlike-hint = позиции выделения не изменены; проверьте его, если имя должно быть цитатой
diag-qda-unanchored = { $element }: место в тексте неизвестно; { $from }–{ $to } не подходит
diag-qda-unanchored-hint = коды и цитата сохранены без места; выделите слова заново
diag-qda-no-codes = нет ни одного кода для записи
diag-qda-no-codes-hint = в файле кодов нужен хотя бы один код
diag-qda-not-packed = проект не удается упаковать: { $reason }
diag-qda-not-packed-hint = исключите самые большие медиафайлы
diag-qda-lost = { $element }: не записано, в стандарте для этого нет места: { $found }
diag-qda-lost-hint = если это нужно другим, внесите в заметку или описание
diag-qda-lost-letters = { $element }: { $found } содержит знаки, которых не бывает в XML; вместо них стоит �
diag-qda-lost-letters-hint = удалите из текста управляющие знаки
diag-qda-lost-place = { $element }: записано без места (позиции -1): { $found } не подходит к тексту
diag-qda-lost-place-hint = выделите слова заново, иначе другие программы не покажут это выделение
diag-qda-lost-source = { $element }: записано без файла, его здесь нет: { $found }
diag-qda-lost-source-hint = некоторые программы не принимают такой проект; добавьте файл или исключите источник
diag-qda-divided = { $element }: { $n ->
    [one] { $n } выделение с кодами разных кодировщиков записано
    [few] { $n } выделения с кодами разных кодировщиков записаны
   *[other] { $n } выделений с кодами разных кодировщиков записано
} отдельно для каждого из них
diag-qda-divided-hint = другие программы приписывают все коды выделения одному кодировщику; daryn при чтении снова соединяет их в одно выделение
diag-qda-other-user = { $element }: { $n ->
    [one] { $n } выделение сделано не тем, кто присвоил код, и записано
    [few] { $n } выделения сделаны не теми, кто присвоил код, и записаны
   *[other] { $n } выделений сделано не теми, кто присвоил код, и записано
} на имя кодировщика
diag-qda-other-user-hint = другие программы приписывают код тому, кто сделал выделение; кто выделял, в файле не указано
diag-qda-time-zone = { $n ->
    [one] { $n } отметка времени записана
    [few] { $n } отметки времени записаны
   *[other] { $n } отметок времени записано
} в UTC; часовые пояса в файле не указаны
diag-qda-time-zone-hint = делать ничего не нужно: моменты времени те же
diag-qda-refused = { $kind ->
    [undated-note] у заметки «{ $name }» нет даты
    [equal-notes] еще одна заметка называется «{ $name }»
    [equal-selections] в источнике «{ $name }» один кодировщик сделал на одном месте два выделения без кода: { $found }
   *[value-twice] у источника «{ $name }» переменная «{ $found }» указана дважды
}; QualCoder прервет на этом импорт
diag-qda-refused-hint = { $kind ->
    [undated-note] дата не выдумывается: укажите ее в заметке или не передавайте заметку в QualCoder
    [equal-notes] перед экспортом переименуйте одну из заметок
    [equal-selections] присвойте одному из них код или удалите его
   *[value-twice] оставьте источнику одно значение переменной; случай без имени тоже передает свои значения источнику
}
diag-qda-repeated = { $element }: { $found } — текст многих источников, здесь он пропущен: вместе они заняли бы больше { $limit } МБ
diag-qda-repeated-hint = коды и цитаты сохранены; неизвестно ни одной программы, которая пишет такие файлы, выясните, откуда он
diag-qda-more = { $n ->
    [one] не показано еще { $n } замечание
    [few] не показаны еще { $n } замечания
   *[other] не показано еще { $n } замечаний
} вида { $code }
diag-qda-more-hint = сначала устраните показанные: причина часто одна
diag-qda-not-held = { $kind ->
    [user] кодировщика «{ $name }» нет в файле
    [note-of-code] заметки к коду «{ $name }» нет в файле
    [variable] переменной «{ $name }» и ее значений нет в файле
    [case] случая «{ $name }» нет в файле
    [source] источника «{ $name }» и его кодирования нет в файле (присвоений кода: { $n })
    [note] заметки «{ $name }» нет в файле
    [link] связи «{ $name }» нет в файле
    [members-of-set] набор «{ $name }» теряет источники и заметки
    [graph] схемы «{ $name }» нет в файле
    [description] описания проекта нет в файле: { $name }
    [head] имени, дат и заметок проекта нет в файле: { $name }
    [file] файла «{ $name }» нет в файле кодов
    [group-given] группа «{ $name }» присвоена как код, эти присвоения потеряют код
    [equal-coder] еще одного кодировщика зовут «{ $name }», они сольются в одного
    [unnamed-coder] у кодировщика { $name } нет имени
    [unnamed-source] у источника { $name } нет имени
    [unnamed-note] у заметки { $name } нет имени
    [no-place] у выделения «{ $name }» нет места в тексте, слов у него не будет
    [equal-name] у другого кода такое же имя, они сольются в один: { $name }
    [color] код «{ $name }» получит другой цвет
   *[set] набор «{ $name }» станет атрибутом
}
diag-qda-not-held-hint = { $kind ->
    [group-given] сделайте группу кодом или замените ее в присвоениях кодом из этой группы
    [equal-coder] перед экспортом переименуйте одного из кодировщиков
    [unnamed-coder] дайте кодировщику имя: без него QualCoder не сможет записать проект снова
    [unnamed-source] дайте источнику имя: без него QualCoder не сможет записать проект снова
    [unnamed-note] дайте заметке имя: без него QualCoder не сможет записать проект снова
    [no-place] выделите слова заново
    [equal-name] перед экспортом дайте кодам разные имена
    [color] меняется только вид
    [set] после импорта посмотрите атрибуты источников
   *[other] это сохраняется в файле .qdpx
}

diag-store-cloud = папку исследования синхронизирует { $service }; это может повредить codings.db во время записи
diag-store-cloud-hint = храните исследование вне этой папки или останавливайте { $service } на время работы и дожидайтесь конца синхронизации, прежде чем работать на другом компьютере
diag-store-no-wal = файловая система не позволяет вести журнал рядом с codings.db
diag-store-no-wal-hint = данные не пропадут, но две программы не смогут писать одновременно; лучше папка на диске этого компьютера
diag-store-damaged = файл { $path } поврежден, в него ничего не записано: { $reason }
diag-store-damaged-hint = замените его прежней копией и снова импортируйте то, что сделано позже; поврежденный файл сохраните
diag-store-newer = файл { $path } записан более новой версией daryn ({ $found }; этой известна { $known })
diag-store-newer-hint = используйте новую версию; ничего не изменено
diag-store-foreign = { $path } — база данных другой программы ({ $reason })
diag-store-foreign-hint = уберите ее; daryn создаст свою
diag-store-busy = другая программа слишком долго пишет в { $path }: { $reason }
diag-store-busy-hint = дождитесь ее завершения и повторите
diag-store-failed = с файлом { $path } нельзя работать: { $reason }
diag-store-failed-hint = проверьте, доступна ли папка для записи и есть ли место на диске
diag-store-none = в этом исследовании еще никто не кодировал: { $path }
diag-store-none-hint = `daryn import` принимает готовое кодирование; `daryn export DIR --to coding.xlsx` записывает книгу для кодирования
diag-store-anchored = после кодирования тексты изменились; перенесено вслед за словами: { $moved }, требуют проверки: { $review }
diag-store-anchored-hint = `daryn codings DIR --review` покажет те, чьи слова не найдены; ни одно не удалено
diag-store-import-differs = { $kind ->
    [code] код «{ $name }» уже есть, но его имя, цвет или определение здесь другие
    [coding-code] кодирование { $name } уже есть; в файле у него другой код
    [coding-coder] кодирование { $name } уже есть; в файле оно принадлежит другому человеку
    [coding-place] кодирование { $name } уже есть; в файле оно стоит на других словах
   *[text] источник «{ $name }» уже есть, но с другим текстом
}
diag-store-import-differs-hint = { $kind ->
    [code] он остается таким, как здесь; если верен другой вариант, измените codebook.toml
    [coding-code] оно остается таким, как здесь; если верен другой код, закодируйте слова заново
    [coding-coder] оно остается таким, как здесь
    [coding-place] оно остается таким, как здесь; если верны другие слова, закодируйте их
   *[text] новые выделения поставлены туда, где стоят их слова
}
diag-store-import-absent = кодирования тех же текстов, которые есть здесь, но которых нет в файле: { $n } ({ $names })
diag-store-import-absent-hint = они остаются; приславший файл мог их снять или еще не получил их: `daryn codings --drop ID` снимает кодирование и здесь
diag-store-import-unplaced = кодирования слов, место которых в тексте неизвестно: { $n }
diag-store-import-unplaced-hint = они сохранены, и `daryn export` их вернет, но здесь они не используются; выделите слова заново в исходной программе
diag-store-import-apart = кодирования целых источников, изображений, страниц или звука: { $n }
diag-store-import-apart-hint = они сохранены, и `daryn export` их вернет, но здесь используются только кодирования слов
diag-store-import-known = в файле нет ничего нового: он уже импортирован
diag-store-import-known-hint = ничего не изменено
diag-store-import-untouched = лист кодировщика { $coder } такой же, каким его выдали, хотя раньше эта книга возвращалась с его работой; сказанное тогда остается: { $n }
diag-store-import-untouched-hint = книгу, выданную нескольким людям, возвращает каждый из них, поэтому принимаются только измененные листы; чтобы снять все с листа, используйте `daryn codings --drop` или `daryn undo` с номером того импорта
diag-store-import-no-table = в исследовании нет таблицы документов, в которую можно добавить принятые
diag-store-import-no-table-hint = укажите ее в study.toml в разделе [files]; до тех пор тексты известны по именам файлов
diag-store-import-no-study = папка { $path } есть, но это не исследование
diag-store-import-no-study-hint = укажите исследование или папку, которой еще нет
diag-store-import-needs-study = исследования { $path } нет, а в этом файле нет текстов, из которых его можно создать
diag-store-import-needs-study-hint = укажите исследование, из которого взята эта книга или документ
diag-store-import-no-text = к файлу { $path } не подходит ни один текст исследования
diag-store-import-no-text-hint = сначала положите документ в папку texts исследования или назовите файл по идентификатору его документа
diag-store-no-event = события { $found } нет
diag-store-no-event-hint = `daryn history` показывает события с номерами
diag-store-undone-before = событие { $found } уже отменено
diag-store-undone-before-hint = чтобы вернуть его, отмените событие, которое его отменило; его покажет `daryn history`
diag-store-nothing-to-undo = отменять нечего
diag-store-nothing-to-undo-hint = `daryn history` показывает, что делалось; отмену можно отменить по ее номеру
diag-store-no-coding = кодирования с идентификатором { $found } нет
diag-store-no-coding-hint = идентификаторы показывает `daryn codings DIR --review`
diag-store-not-changed = у кодирования { $found } нет вероятного нового места, которое можно подтвердить
diag-store-not-changed-hint = снимите его с помощью --drop и закодируйте фрагмент заново
diag-store-export-languages = коды, слова которых на других языках не записаны ({ $languages }): { $n }
diag-store-export-languages-hint = остальные языки остаются в codebook.toml; в проекте есть место только для одного
diag-store-export-no-text = текста { $text } больше нет, его кодирования не записаны: { $n }
diag-store-export-no-text-hint = верните файл или снимите эти кодирования
diag-store-export-review = кодирования, которые нужно просмотреть, потому что их слова в текстах больше не находятся: { $n }
diag-store-export-review-hint = в файле их нет, или они там без места; их перечисляет `daryn codings DIR --review`
diag-store-export-left-out = кодирования и заметки, которые нельзя показать в строке, так как они не на целом фрагменте: { $n }
diag-store-export-left-out-hint = они остаются в исследовании; их содержат .qdpx и --table segments
diag-store-export-cut = фрагменты длиннее ячейки, показано только начало: { $n }
diag-store-export-cut-hint = кодируются они все равно целиком
