# Предложения отчета. Числа приходят как аргументы: переводчик не может их изменить.
# Ни одно предложение не может говорить, что политика что-либо вызвала.

## Эволюция
corpus-coverage = Из { $n ->
    [one] { $n } опорного документа
   *[other] { $n } опорных документов
} корпуса целиком { $whole ->
    [one] прочитан { $whole }
   *[other] прочитано { $whole }
}, только в начальной части — { $opening }, не прочитано вовсе — { $none }.
document-numbered = «{ $title }»: { $act } № { $number }, дата принятия: { $adopted }; { $coverage }.
document-dated = «{ $title }»: { $act }, дата принятия: { $adopted }; { $coverage }.
document-untyped = «{ $title }»: дата принятия: { $adopted }; { $coverage }.
document-undated = «{ $title }»: дата принятия не встретилась; { $coverage }.
document-provides-read = { $short }: в тексте { $n ->
    [one] содержится { $n } учтенная мера
    [few] содержатся { $n } учтенные меры
    [many] содержится { $n } учтенных мер
   *[other] содержится { $n } учтенной меры
}; функции: { $functions }.
document-provides-read-none = { $short }: в тексте { $n ->
    [one] содержится { $n } учтенная мера
    [few] содержатся { $n } учтенные меры
    [many] содержится { $n } учтенных мер
   *[other] содержится { $n } учтенной меры
}; ни у одной нет функции из схемы кодирования.
document-provides-reported = { $short }: на страницах о документе или в прочитанной его части { $n ->
    [one] встретилась { $n } мера
    [few] встретились { $n } меры
    [many] встретилось { $n } мер
   *[other] встретилось { $n } меры
}; функции: { $functions }. Текст не был прочитан целиком, поэтому число показывает, что об акте сообщалось, а не что в нем содержится.
document-provides-reported-none = { $short }: на страницах о документе или в прочитанной его части { $n ->
    [one] встретилась { $n } мера
    [few] встретились { $n } меры
    [many] встретилось { $n } мер
   *[other] встретилось { $n } меры
}; ни у одной нет функции из схемы кодирования. Текст не был прочитан целиком, поэтому число показывает, что об акте сообщалось, а не что в нем содержится.
document-proposes = { $short }: { $n ->
    [one] учтено { $n } заявление или предложение
    [few] учтены { $n } заявления или предложения
    [many] учтено { $n } заявлений или предложений
   *[other] учтено { $n } заявления или предложения
}; функции: { $functions }. Сведений о том, что это вошло в содержание какого-либо акта, нет.
document-proposes-none = { $short }: { $n ->
    [one] учтено { $n } заявление или предложение
    [few] учтены { $n } заявления или предложения
    [many] учтено { $n } заявлений или предложений
   *[other] учтено { $n } заявления или предложения
}; ни у одного нет функции из схемы кодирования. Сведений о том, что это вошло в содержание какого-либо акта, нет.
document-life = { $short }: период действия — с { $from } до { $to }, всего { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}.

## Управление
part-known-act = Часть «{ $part }» известна у { $count } из { $n ->
    [one] { $n } меры, встретившейся
   *[other] { $n } мер, встретившихся
} в актах или в сообщениях об актах.
part-known-proposal = Часть «{ $part }» известна у { $count } из { $n ->
    [one] { $n } заявления или предложения
   *[other] { $n } заявлений и предложений
}.
measure-known = { $document }: «{ $text }» — { $count ->
    [one] известна { $count }
   *[other] известно { $count }
} из { $n ->
    [one] { $n } части
   *[other] { $n } частей
}: { $parts }.
measure-known-none = { $document }: «{ $text }» — не известно ни одной из { $n ->
    [one] { $n } части
   *[other] { $n } частей
}.
body-alone = { $body }: орган назван в { $n ->
    [one] { $n } мере
   *[other] { $n } мерах
} из актов, всегда один.
body-shared = { $body }: орган назван в { $n ->
    [one] { $n } мере
   *[other] { $n } мерах
} из актов, из них в { $shared } — вместе с другими ({ $partners }).

## Соответствие ЦУР
target-corresponds = { $short }: { $n ->
    [one] { $n } мера по содержанию соответствует
    [few] { $n } меры по содержанию соответствуют
    [many] { $n } мер по содержанию соответствуют
   *[other] { $n } меры по содержанию соответствуют
} задаче { $code } ({ $name }){ $proposed ->
    [0] .
   *[other] ; из них { $proposed } — только в заявлениях или проектах.
}
target-proposed = { $short }: { $n ->
    [one] { $n } заявление или предложение по содержанию соответствует
    [few] { $n } заявления или предложения по содержанию соответствуют
    [many] { $n } заявлений или предложений по содержанию соответствуют
   *[other] { $n } заявления или предложения по содержанию соответствуют
} задаче { $code } ({ $name }); сведений о том, что хотя бы одно вошло в содержание акта, нет.
target-retrospective = { $short }: { $n ->
    [one] { $n } мера ретроспективно соответствует
    [few] { $n } меры ретроспективно соответствуют
    [many] { $n } мер ретроспективно соответствуют
   *[other] { $n } меры ретроспективно соответствуют
} задаче { $code } ({ $name }); документ предшествует Повестке дня на период до 2030 года и не мог иметь ее в виду.

## Результативность
target-reached = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; значение за { $seen } год: { $value }, целевое значение достигнуто. Основание целевого значения: { $evidence }.
target-not-reached = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; значение за { $seen } год: { $value }, целевое значение не достигнуто. Основание целевого значения: { $evidence }.
target-no-value = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; значение за этот год не встретилось, последнее из встретившихся: { $value } ({ $seen } год). Основание целевого значения: { $evidence }.
target-no-value-unseen = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; ни одного значения не встретилось. Основание целевого значения: { $evidence }.
target-not-due = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году, срок еще не наступил; последнее значение: { $value } ({ $seen } год). Основание целевого значения: { $evidence }.
target-not-due-unseen = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году, срок еще не наступил; ни одного значения не встретилось. Основание целевого значения: { $evidence }.
target-not-comparable = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; ничего сопоставимого не встретилось: { $reason }. Основание целевого значения: { $evidence }.
series-change = { $indicator }, { $area }: { $first } в { $from } году, { $last } в { $to } году; разность: { $change } ({ $n ->
    [one] { $n } годовое значение
    [few] { $n } годовых значения
    [many] { $n } годовых значений
   *[other] { $n } годового значения
}; { $source }).
series-one = { $indicator }, { $area }: { $last } в { $to } году (одно годовое значение; { $source }).

## Практика
practice-causal = { $name } ({ $country }): { $results }. Уровень доказательств A (дизайн, позволяющий судить о причинной связи): { $design }.
practice-compared = { $name } ({ $country }): { $results }. Уровень доказательств B (сравнение с неустраненным смещением отбора): { $design }.
practice-studied = { $name } ({ $country }): { $results }. Уровень доказательств C (историческое исследование или интервью): { $design }.
practice-counted = { $name } ({ $country }): { $results }. Уровень доказательств D (подсчеты без сравнения): { $design }.
practice-described = { $name } ({ $country }): { $results }. Уровень доказательств E (только целевое значение или описание): { $design }.
practice-grades = Функция «{ $function }», уровень доказательств { $grade }: { $n ->
    [one] { $n } программа
    [few] { $n } программы
    [many] { $n } программ
   *[other] { $n } программы
} — { $names }.
# Значение, в том числе рядом со знаком на рисунке.
effect-number = { $shape ->
    [between] от { $low } до { $high }
    [range] { $value } (от { $low } до { $high })
    [aim] { $value } (цель: { $target })
    [base] { $value } из { $base }
   *[value] { $value }
}
effect-causal = { $name } ({ $country }): { $outcome } — { effect-number }. Эффект оценен по дизайну, позволяющему судить о причинной связи (уровень доказательств { $grade }). Для кого: { $population }. Условие: { $condition }.
effect-not-shown = { $name } ({ $country }): { $outcome } — свидетельств эффекта нет: оценка по дизайну, позволяющему судить о причинной связи (уровень доказательств { $grade }), статистически незначима. Для кого: { $population }. Условие: { $condition }.
effect-difference-not-shown = { $name } ({ $country }): { $outcome } — свидетельств различия нет: оно статистически незначимо (уровень доказательств { $grade }). Для кого: { $population }. Условие: { $condition }.
effect-associated = { $name } ({ $country }): { $outcome } — { effect-number }. Сравнение с неустраненным смещением отбора (уровень доказательств { $grade }). Для кого: { $population }. Условие: { $condition }.
effect-counted = { $name } ({ $country }): { $outcome } — { effect-number }. Подсчет или доля без сравнения (уровень доказательств { $grade }). Для кого: { $population }. Условие: { $condition }.

## Выводы
finding-supported = Подтверждено: «{ $statement }» Сбылось предсказаний: { $met } из { $testable ->
    [one] { $testable }, которое удалось проверить
   *[other] { $testable }, которые удалось проверить
} (всего записано { $predictions }).
finding-mixed = Смешанно: «{ $statement }» Сбылось предсказаний: { $met } из { $testable ->
    [one] { $testable }, которое удалось проверить
   *[other] { $testable }, которые удалось проверить
} (всего записано { $predictions }).
finding-contradicted = Опровергнуто: «{ $statement }» Сбылось предсказаний: { $met } из { $testable ->
    [one] { $testable }, которое удалось проверить
   *[other] { $testable }, которые удалось проверить
} (всего записано { $predictions }).
finding-not-testable = Не проверяемо по имеющимся данным: «{ $statement }» Из { $predictions ->
    [one] { $predictions } записанного предсказания
   *[other] { $predictions } записанных предсказаний
} удалось проверить { $testable }.
prediction-met = Предсказание сбылось (наблюдаемое значение: { $value }; ожидаемое: { $threshold }): { $text }
prediction-not-met = Предсказание не сбылось (наблюдаемое значение: { $value }; ожидаемое: { $threshold }): { $text }
prediction-not-testable = Не проверяемо: { $text } Причина: { $obstacle }.
prediction-not-testable-needs = Не проверяемо: { $text } Причина: { $obstacle }. Что сделало бы проверку возможной: { $needs }

## Рекомендации
recommendation-established = { $text } Пробел: { $gap } (вердикт: «{ $verdict }»). Относящиеся к нему практики: { $practices }. Ранг 1 в { $first } % наборов весов.
recommendation-established-no-practice = { $text } Пробел: { $gap } (вердикт: «{ $verdict }»). Рекомендация не подкреплена практикой. Ранг 1 в { $first } % наборов весов.
recommendation-open = { $text } Открытый вопрос, а не установленный пробел: { $gap }. Относящиеся к нему практики: { $practices }. Ранг 1 в { $first } % наборов весов.
recommendation-open-no-practice = { $text } Открытый вопрос, а не установленный пробел: { $gap }. Рекомендация не подкреплена практикой. Ранг 1 в { $first } % наборов весов.
condition = { $text }

## Ограничения и источники
caveat = { $text }
reference-states = { $work }: { $statement }. Дизайн: { $design }. Изучаемая совокупность: { $population }.
