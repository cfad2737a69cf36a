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
