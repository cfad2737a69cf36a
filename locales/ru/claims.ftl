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
document-dated = «{ $title }»: { $act }, дата документа: { $adopted }; { $coverage }.
document-untyped = «{ $title }»: дата документа: { $adopted }; { $coverage }.
document-undated = «{ $title }»: дата документа не встретилась; { $coverage }.
document-text = { $short }: текст в файле { $file } ({ $language }; знаков — { $characters }, статей — { $articles }, пунктов — { $points }; SHA-256 { $digest }…) прочитан программой целиком; меры из него — те, что выписал кодировщик.
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
}; { $n ->
    [1] у нее нет функции
   *[other] ни у одной нет функции
} из схемы кодирования.
document-provides-picked = { $short }: из текста { $n ->
    [one] учтена { $n } мера
    [few] учтены { $n } меры
    [many] учтено { $n } мер
   *[other] учтено { $n } меры
}; функции: { $functions }. Текст прочитан целиком, но меры из него взяты выборочно: число — нижняя граница.
document-provides-picked-none = { $short }: из текста { $n ->
    [one] учтена { $n } мера
    [few] учтены { $n } меры
    [many] учтено { $n } мер
   *[other] учтено { $n } меры
}, без функции из схемы. Текст прочитан целиком, но меры из него взяты выборочно: число — нижняя граница.
document-provides-also = { $short }: на страницах о документе сообщается еще о { $n ->
    [one] { $n } мере
    [few] { $n } мерах
    [many] { $n } мерах
   *[other] { $n } меры
}, кроме учтенных из текста; функции: { $functions }.
document-provides-also-none = { $short }: на страницах о документе сообщается еще о { $n ->
    [one] { $n } мере
    [few] { $n } мерах
    [many] { $n } мерах
   *[other] { $n } меры
}, кроме учтенных из текста, без функции из схемы.
document-provides-reported = { $short }: на страницах о документе или в прочитанной его части { $n ->
    [one] встретилась { $n } мера
    [few] встретились { $n } меры
    [many] встретилось { $n } мер
   *[other] встретилось { $n } меры
}; функции: { $functions }. Прочитан не целиком: нижняя граница.
document-provides-reported-none = { $short }: на страницах о документе или в прочитанной его части { $n ->
    [one] встретилась { $n } мера
    [few] встретились { $n } меры
    [many] встретилось { $n } мер
   *[other] встретилось { $n } меры
}; { $n ->
    [1] у нее нет функции
   *[other] ни у одной нет функции
} из схемы кодирования. Прочитан не целиком: нижняя граница.
document-proposes = { $short }: { $n ->
    [one] учтено { $n } заявление или предложение
    [few] учтены { $n } заявления или предложения
    [many] учтено { $n } заявлений или предложений
   *[other] учтено { $n } заявления или предложения
}; функции: { $functions }.
document-proposes-none = { $short }: { $n ->
    [one] учтено { $n } заявление или предложение
    [few] учтены { $n } заявления или предложения
    [many] учтено { $n } заявлений или предложений
   *[other] учтено { $n } заявления или предложения
}; { $n ->
    [1] у него нет функции
   *[other] ни у одного нет функции
} из схемы кодирования.
document-life = { $short }: период действия по встретившимся датам — с { $from } по { $to }, всего { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
} ({ $status }).

## Управление
direction-act = Направленность { $n ->
    [one] { $n } меры, встретившейся
   *[other] { $n } мер, встретившихся
} в актах или в сообщениях об актах: облегчает мобильность — { $supports }, ограничивает — { $restricts }, нейтральна — { $neutral }, не закодирована — { $uncoded }. { $unread ->
    [0] Все эти документы прочитаны целиком.
   *[other] Документы, не прочитанные целиком: { $unread } из { $documents }; для них числа — нижние границы.
}
direction-proposal = Направленность { $n ->
    [one] { $n } заявления или предложения
   *[other] { $n } заявлений и предложений
}, о которых не известно, что они вошли в акт: облегчает мобильность — { $supports }, ограничивает — { $restricts }, нейтральна — { $neutral }, не закодирована — { $uncoded }. Документов: { $documents }, из них не прочитано целиком: { $unread }.
direction-read = { $short }, текст прочитан целиком. Направленность { $n ->
    [one] { $n } учтенной меры
   *[other] { $n } учтенных мер
} этого акта: облегчает мобильность — { $supports }, ограничивает — { $restricts }, нейтральна — { $neutral }, не закодирована — { $uncoded }.
instruments-act = Инструменты (закодированы у { $coded } из { $n ->
    [one] { $n } меры, встретившейся
   *[other] { $n } мер, встретившихся
} в актах или в сообщениях об актах): нормы и разрешения — { $regulatory }, органы и процедуры — { $organisational }, денежные средства — { $financial }, информация — { $informational }. В терминах К. Худа и Х. Маргеттс: власть — { $regulatory }, организация — { $organisational }, казна — { $financial }, узловое положение — { $informational }. В терминах Э. Ведунга: кнут — { $regulatory }, пряник — { $financial }, проповедь — { $informational }; организация ({ $organisational }) в этой схеме места не имеет и учитывается отдельно.
instruments-proposal = Инструменты (закодированы у { $coded } из { $n ->
    [one] { $n } заявления или предложения
   *[other] { $n } заявлений и предложений
}): нормы и разрешения — { $regulatory }, органы и процедуры — { $organisational }, денежные средства — { $financial }, информация — { $informational }. В терминах К. Худа и Х. Маргеттс: власть — { $regulatory }, организация — { $organisational }, казна — { $financial }, узловое положение — { $informational }. В терминах Э. Ведунга: кнут — { $regulatory }, пряник — { $financial }, проповедь — { $informational }; организация ({ $organisational }) в этой схеме места не имеет и учитывается отдельно.
profile-function-act = Функция «{ $code }», направленность «{ $polarity }»: { $count } из { $n ->
    [one] { $n } меры, встретившейся
   *[other] { $n } мер, встретившихся
} в актах или в сообщениях об актах.
profile-function-proposal = Функция «{ $code }», направленность «{ $polarity }»: { $count } из { $n ->
    [one] { $n } заявления или предложения
   *[other] { $n } заявлений и предложений
}.
profile-code-act = Схема «{ $scheme }», код «{ $code }»: { $count } из { $n ->
    [one] { $n } меры, встретившейся
   *[other] { $n } мер, встретившихся
} в актах или в сообщениях об актах.
profile-code-proposal = Схема «{ $scheme }», код «{ $code }»: { $count } из { $n ->
    [one] { $n } заявления или предложения
   *[other] { $n } заявлений и предложений
}.
profile-mapped-act = Схема «{ $scheme }», код «{ $code }» (в исследовании — «{ $mapped }»): { $count } из { $n ->
    [one] { $n } меры, встретившейся
   *[other] { $n } мер, встретившихся
} в актах или в сообщениях об актах.
profile-mapped-proposal = Схема «{ $scheme }», код «{ $code }» (в исследовании — «{ $mapped }»): { $count } из { $n ->
    [one] { $n } заявления или предложения
   *[other] { $n } заявлений и предложений
}.
profile-uncoded-act = Схема «{ $scheme }», код не присвоен: { $count } из { $n ->
    [one] { $n } меры, встретившейся
   *[other] { $n } мер, встретившихся
} в актах или в сообщениях об актах.
profile-uncoded-proposal = Схема «{ $scheme }», код не присвоен: { $count } из { $n ->
    [one] { $n } заявления или предложения
   *[other] { $n } заявлений и предложений
}.
function-not-seen = Функция «{ $function }»: среди { $n ->
    [one] { $n } меры или предложения
   *[other] { $n } мер и предложений
} не встретилась. Зафиксированный поиск ({ $date }), не найдено: { $what }. Это говорит о том, что было просмотрено, а не о содержании актов.
cell-function-read = { $short }, текст прочитан целиком, функция «{ $function }»: { $n ->
    [one] { $n } учтенная мера, которая не ограничивает мобильность
    [few] { $n } учтенные меры, которые не ограничивают мобильность
    [many] { $n } учтенных мер, которые не ограничивают мобильность
   *[other] { $n } учтенных меры, которые не ограничивают мобильность
}.
cell-function-reported = { $short }, текст целиком не прочитан, функция «{ $function }»: не менее { $n ->
    [one] { $n } меры, которая не ограничивает мобильность
   *[other] { $n } мер, которые не ограничивают мобильность
} (по прочитанной части или сообщениям об акте).
cell-no-function-read = { $short }, текст прочитан целиком, без функции из схемы: { $n ->
    [one] { $n } учтенная мера, которая не ограничивает мобильность
    [few] { $n } учтенные меры, которые не ограничивают мобильность
    [many] { $n } учтенных мер, которые не ограничивают мобильность
   *[other] { $n } учтенных меры, которые не ограничивают мобильность
}.
cell-no-function-reported = { $short }, текст целиком не прочитан, без функции из схемы: не менее { $n ->
    [one] { $n } меры, которая не ограничивает мобильность
   *[other] { $n } мер, которые не ограничивают мобильность
} (по прочитанной части или сообщениям об акте).
cell-restricts-read = { $short }, текст прочитан целиком: { $n ->
    [one] { $n } учтенная мера, которая ограничивает мобильность
    [few] { $n } учтенные меры, которые ограничивают мобильность
    [many] { $n } учтенных мер, которые ограничивают мобильность
   *[other] { $n } учтенных меры, которые ограничивают мобильность
}, какая бы функция ни стояла рядом.
cell-restricts-reported = { $short }, текст целиком не прочитан: не менее { $n ->
    [one] { $n } меры, которая ограничивает мобильность
   *[other] { $n } мер, которые ограничивают мобильность
}, какая бы функция ни стояла рядом (по прочитанной части или сообщениям об акте).
bodies-named = В мерах, встретившихся в актах или в сообщениях об актах, названо разных органов: { $bodies }. Из { $n ->
    [one] { $n } такой меры
   *[other] { $n } таких мер
} орган не встретился в { $none }, назван один — в { $one }, два и более — в { $more }.
bodies-together = Чаще всего вместе, каждая пара в { $count ->
    [one] { $count } мере, встретившейся
   *[other] { $count } мерах, встретившихся
} в актах или в сообщениях об актах, названы: { $pairs }.
bodies-pair = «{ $body }» и «{ $partner }»: названы вместе в { $n ->
    [one] { $n } мере, встретившейся
   *[other] { $n } мерах, встретившихся
} в актах или в сообщениях об актах.
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
    [1] { $n } мере из актов, без других органов
    [one] { $n } мере из актов, всегда без других органов
   *[other] { $n } мерах из актов, всегда без других органов
}.
body-shared = { $body }: орган назван в { $n ->
    [1] { $n } мере из актов,
    [one] { $n } мере из актов, из них в { $shared } —
   *[other] { $n } мерах из актов, из них в { $shared } —
} вместе с другими ({ $partners }).

## Соответствие ЦУР
target-corresponds = { $short }: { $n ->
    [one] { $n } мера по содержанию соответствует
    [few] { $n } меры по содержанию соответствуют
    [many] { $n } мер по содержанию соответствуют
   *[other] { $n } меры по содержанию соответствуют
} задаче { $code } ({ $name }){ $proposed ->
    [0] .
   *[other] ; из них { $proposed } — только в заявлениях или проектах.
} Наибольшая глубина: { $depth }.
target-proposed = { $short }: { $n ->
    [one] { $n } заявление или предложение по содержанию соответствует
    [few] { $n } заявления или предложения по содержанию соответствуют
    [many] { $n } заявлений или предложений по содержанию соответствуют
   *[other] { $n } заявления или предложения по содержанию соответствуют
} задаче { $code } ({ $name }); сведений о том, что { $n ->
    [1] оно
   *[other] хотя бы одно
} вошло в содержание акта, нет. Наибольшая глубина: { $depth }.
target-retrospective = { $short }: { $n ->
    [one] { $n } мера ретроспективно соответствует
    [few] { $n } меры ретроспективно соответствуют
    [many] { $n } мер ретроспективно соответствуют
   *[other] { $n } меры ретроспективно соответствуют
} задаче { $code } ({ $name }); документ предшествует Повестке дня на период до 2030 года и не мог иметь ее в виду. Наибольшая глубина: { $depth }.
progress-rounding = { $sure ->
    [no] { " " }Округление значений допускает темп от { $low } до { $high }, поэтому класс не определен однозначно.
   *[yes] { "" }
}
progress-country = { $indicator } (показатель ЦУР { $code }), { $area }: { $first } в { $from } году, { $last } в { $to } году; среднегодовой темп прироста равен { $rate }. По правилу оценки прогресса из раздела о методах ({ $span }): { $class } ({ $source }).{ progress-rounding }
progress-comparator = { $indicator } (показатель ЦУР { $code }), { $area }: { $first } в { $from } году, { $last } в { $to } году; среднегодовой темп прироста равен { $rate }. По правилу оценки прогресса из раздела о методах ({ $span }): { $class } ({ $source }).{ progress-rounding }
progress-none = { $indicator } (показатель ЦУР { $code }), { $area }, { $from }–{ $to } годы: класс не определен ({ $span }): { $obstacle } ({ $source }).
sdg-value = { $indicator } (показатель ЦУР { $code }), { $area }: { $value } в { $year } году. Это единственное значение ряда, поэтому о прогрессе судить нельзя ({ $source }).
sdg-value-caveat = { $indicator } (показатель ЦУР { $code }), { $area }: { $value } в { $year } году. Это единственное значение ряда, поэтому о прогрессе судить нельзя ({ $source }). Примечание: { $caveat }.
sdg-value-comparator = { $indicator } (показатель ЦУР { $code }), { $area }: { $value } в { $year } году ({ $source }).

## Результативность
target-reached = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; значение за { $seen } год: { $value }, целевое значение достигнуто. Основание целевого значения: { $evidence }. Основание сравнения: { $reason }.
target-not-reached = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; значение за { $seen } год: { $value }, целевое значение не достигнуто. Основание целевого значения: { $evidence }. Основание сравнения: { $reason }.
target-no-value = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; значение за этот год не встретилось, последнее из встретившихся: { $value } ({ $seen } год). Основание целевого значения: { $evidence }.
target-no-value-unseen = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; ни одного значения не встретилось. Основание целевого значения: { $evidence }.
target-not-due = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году, срок еще не наступил; последнее значение: { $value } ({ $seen } год). Основание целевого значения: { $evidence }.
target-not-due-unseen = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году, срок еще не наступил; ни одного значения не встретилось. Основание целевого значения: { $evidence }.
target-lapsed = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; документ утратил силу ({ $ended }); последнее значение: { $value } ({ $seen }). Основание целевого значения: { $evidence }.
target-lapsed-unseen = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; документ утратил силу ({ $ended }). Основание целевого значения: { $evidence }.
target-not-comparable = { $document }: «{ $text }» — целевое значение: { $target } к { $year } году; не сопоставлялось: { $reason }. Основание целевого значения: { $evidence }.
series-change = { $indicator }, { $area }: { $first } в { $from } году, { $last } в { $to } году; разность: { $change } ({ $n ->
    [one] { $n } годовое значение
    [few] { $n } годовых значения
    [many] { $n } годовых значений
   *[other] { $n } годового значения
}; { $source }).
short-series = { $indicator }: { $last } в { $to } году; наименьшее значение: { $low } ({ $low_year }), наибольшее: { $high } ({ $high_year }). Лет со значением с { $from } года: { $n } из { $years }; { $source }.{ $noted ->
    [yes] { " " }Примечание: { $caveat }.
   *[no] { "" }
}
series-one = { $indicator }, { $area }: { $last } в { $to } году (одно годовое значение; { $source }).
series-range = { $indicator }, { $area }: наименьшее значение равно { $low } ({ $low_year }), наибольшее равно { $high } ({ $high_year }); с { $from } по { $to } год { $gaps ->
    [0] есть значения за все годы
    [one] нет значения за { $gaps } год
    [few] нет значений за { $gaps } года
    [many] нет значений за { $gaps } лет
   *[other] нет значений за { $gaps } года
}.
series-status = { $indicator }, { $area }: { $status } — { $years }.
series-releases = { $indicator }, { $area }, { $year } год: публиковались разные значения ({ $values }). Использовано значение из выпуска, который стоит в таблице последним: { $used } (разброс: { $spread }).
series-slope = { $indicator }, { $area }, { $from }–{ $to } годы: медианный наклон равен { $slope } в год, 95-процентный интервал — от { $low } до { $high } (метод Тейла — Сена, { $n ->
    [one] { $n } годовое значение
    [few] { $n } годовых значения
    [many] { $n } годовых значений
   *[other] { $n } годового значения
}). Это описание только этих лет.
need-years = { $indicator }, { $area }: сравнение «до и после» невозможно (документы: { $documents }). Нужно не менее { $before ->
    [one] { $before } годового значения
   *[other] { $before } годовых значений
} до года принятия и не менее { $after } после него; всего в ряду: { $n }.
need-value = Чтобы сказать больше о мере «{ $text }», нужно значение за { $year } год в ряду: { $series } ({ $id }).
need-series = Чтобы сказать больше о { $n ->
    [one] { $n } целевом значении
   *[other] { $n } целевых значениях
}, нужны ряды, которые измеряют то, что под ними подразумевается: { $texts }.
event-policy = { $date }: { $name } (документ государственной политики).
event-policy-span = { $date } – { $end }: { $name } (документ государственной политики).
event-shock = { $date }: { $name } (внешнее потрясение).
event-shock-span = { $date } – { $end }: { $name } (внешнее потрясение).
flow-net = { $partner } → { $country }, { $period }: { $in }{ $in_noted ->
    [yes] {" "}({ $in_note })
   *[no] {""}
}; { $country } → { $partner }: { $out }{ $out_noted ->
    [yes] {" "}({ $out_note })
   *[no] {""}
}; сальдо (в страну минус из страны): { $net } — { $in_indicator }; { $out_indicator }; { $source }.
flow-pair = { $partner } → { $country }, { $period }: { $in }{ $in_noted ->
    [yes] {" "}({ $in_note })
   *[no] {""}
}; { $country } → { $partner }: { $out }{ $out_noted ->
    [yes] {" "}({ $out_note })
   *[no] {""}
} — { $in_indicator }; { $out_indicator }; { $source }.
flow-in = { $partner } → { $country }, { $period }: { $in }{ $in_noted ->
    [yes] {" "}({ $in_note })
   *[no] {""}
} — { $in_indicator }; { $source }.
flow-out = { $country } → { $partner }, { $period }: { $out }{ $out_noted ->
    [yes] {" "}({ $out_note })
   *[no] {""}
} — { $out_indicator }; { $source }.
flow-rest-in = Все прочие партнеры → { $country }, { $period }: { $rest }{ $rest_noted ->
    [yes] {" "}({ $rest_note })
   *[no] {""}
}; расчетная величина: из итога источника, { $total }, вычтена сумма по { $n ->
    [one] { $n } встретившемуся партнеру
   *[other] { $n } встретившимся партнерам
}, { $sum } ({ $indicator }; { $source }).
flow-rest-out = { $country } → все прочие партнеры, { $period }: { $rest }{ $rest_noted ->
    [yes] {" "}({ $rest_note })
   *[no] {""}
}; расчетная величина: из итога источника, { $total }, вычтена сумма по { $n ->
    [one] { $n } встретившемуся партнеру
   *[other] { $n } встретившимся партнерам
}, { $sum } ({ $indicator }; { $source }).
flow-top = { $indicator }, { $country }, { $period }: крупнейший из встретившихся партнеров — { $largest }: { $value }, доля { $share }, за 100 % принято { $total } ({ $basis }); доля трех крупнейших ({ $names }) — { $three }. Встретилось партнеров: { $n }.{ $share_noted ->
    [yes] {" "}Пометка к числам: { $share_note }.
   *[no] {""}
} Источник: { $source }.
flow-largest = { $indicator }, { $country }, { $period }: крупнейший из встретившихся партнеров — { $largest }: { $value }, доля { $share }, за 100 % принято { $total } ({ $basis }). Встретилось партнеров: { $n }.{ $share_noted ->
    [yes] {" "}Пометка к числам: { $share_note }.
   *[no] {""}
} Источник: { $source }.
conflict = { $quantity }, { $area }{ $between ->
    [yes] { " " }— { $partner }
   *[no] { "" }
}: { $shape ->
    [one] данные расходятся (период — { $period })
   *[several] данные расходятся за { $n } из { $all ->
        [one] { $all } периода
       *[other] { $all } периодов
    }, за которые встретилось более одного значения; больше всего — за период { $period }
}, от { $low }{ $same_source ->
    [yes] { "" }
   *[no] { " " }({ $low_source })
} до { $high } ({ $high_source }); разброс — { $spread } от большего по модулю значения. Правило: { $rule }.

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
finding-mixed = Неоднозначно: «{ $statement }» Сбылось предсказаний: { $met } из { $testable ->
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
prediction-basis = { $basis ->
    [of] { " " }({ $first } из { $second })
    [median] { " " }(медиана; мер: { $second })
    [year] { " " }({ $first } г.)
    [others] { " " }({ $first } г.; стран сравнения: { $second })
    [years] { " " }({ $first }–{ $second } гг.)
    [pairs] { " " }(пар документов: { $second })
   *[plain] { "" }
}
prediction-met = Предсказание сбылось (наблюдаемое значение: { $value }{ prediction-basis }; ожидаемое: { $threshold }): { $text }
prediction-not-met = Предсказание не сбылось (наблюдаемое значение: { $value }{ prediction-basis }; ожидаемое: { $threshold }): { $text }
prediction-not-testable = Не проверяемо: { $text } Причина: { $obstacle }.
prediction-not-testable-needs = Не проверяемо: { $text } Причина: { $obstacle }. Что сделало бы проверку возможной: { $needs }
prediction-margin = Исход был бы иным при значении { $turn } (значение минус порог: { $margin }).
distance-outcomes = Расстояние до другого вердикта: иной исход понадобился бы у { $n ->
    [one] { $n } проверенного предсказания
   *[other] { $n } проверенных предсказаний
} (достижимый вердикт: { $verdicts }).
distance-next = Еще одно предсказание, которое удастся проверить, может изменить вердикт (достижимый вердикт: { $verdicts }).
distance-wanting = Чтобы вынести вердикт, нужно проверить еще { $n ->
    [one] { $n } предсказание
    [few] { $n } предсказания
    [many] { $n } предсказаний
   *[other] { $n } предсказания
}.
short-finding = «{ $statement }» (Сбылось предсказаний: { $met } из { $testable } проверяемых.)
short-finding-open = «{ $statement }» (Проверить удалось предсказаний: { $testable } из { $predictions }{ $testable ->
    [0] { "" }
   *[other] ; сбылось: { $met }
}.)
finding-beside-value = Рядом с этим вердиктом, но не как его основание: { $indicator }, { $area }: { $value } в { $year } году ({ $source }).
finding-beside = Рядом с этим вердиктом, но не как его основание: { $statement } ({ $work }).
rival-of = Конкурирующее объяснение к гипотезе: «{ $statement }»

## Рекомендации
advice-first = { $ever ->
    [no] Ранг 1 не встретился ни при одном из испытанных наборов весов.
   *[yes] Ранг 1 в { $first } % наборов весов.
}
recommendation-established = { $text } Пробел: { $gap } (вердикт: «{ $verdict }»). Относящиеся к нему практики: { $practices }. { advice-first }
recommendation-established-no-practice = { $text } Пробел: { $gap } (вердикт: «{ $verdict }»). Рекомендация не подкреплена практикой. { advice-first }
recommendation-open = { $text } Открытый вопрос, а не установленный пробел: { $gap }. Относящиеся к нему практики: { $practices }. { advice-first }
recommendation-open-no-practice = { $text } Открытый вопрос, а не установленный пробел: { $gap }. Рекомендация не подкреплена практикой. { advice-first }
short-advice = { $text } (Пробел: { $gap }; вердикт: { $verdict }.)
short-advice-open = { $text } (Открытый вопрос: { $gap }.)
robustness-ranks = Ранг { $rank }. Если исключить любую одну практику: { $by_practice ->
    [range] ранг от { $low } до { $high }
   *[same] тот же ранг
}; если сдвинуть на одну ступень вердикт по любому одному пробелу: { $by_gap ->
    [range] ранг от { $gap_low } до { $gap_high }
   *[same] тот же ранг
}.
robustness-tied = Ранг здесь определен лишь порядком названий записей; средний ранг такой же, как у рекомендации: { $others }
transfer-number = { $shown ->
    [no-effect] { effect-no-evidence }
    [no-difference] { effect-no-difference }
   *[number] { effect-number }
}
transfer-made = { $name } ({ $country }), к рекомендации «{ $text }»: { $outcome } — { transfer-number }. Перенесено на рассматриваемый случай: эффект оценен по дизайну, позволяющему судить о причинной связи, а совокупность и условие признаны совпадающими. Для кого наблюдалось: { $population }; условие: { $condition }. Рассматриваемый случай: { $case_population }; условие: { $case_condition }. Кто судил: { $judge }. Почему: { $reason }. Ничего по этому значению не рассчитывается.
transfer-refused = { $name } ({ $country }), к рекомендации «{ $text }»: { $outcome } — { transfer-number }. Не перенесено на рассматриваемый случай: { $obstacles }. Для кого наблюдалось: { $population }; условие: { $condition }. Рассматриваемый случай: { $case_population }; условие: { $case_condition }. Кто судил: { $judge }. Почему: { $reason }.
transfer-unjudged = { $name } ({ $country }), к рекомендации «{ $text }»: { $outcome } — { transfer-number }. Не перенесено на рассматриваемый случай: { $obstacles }. Для кого наблюдалось: { $population }; условие: { $condition }.
transfer-case = Для кого в изучаемой стране: { $population }. При каком условии: { $condition }. Значений по практикам этой рекомендации: { $all }; перенесено на рассматриваемый случай: { $made }.
transfer-case-not-stated = Совокупность и условие рассматриваемого случая не указаны: ничего не переносится. Значений по практикам этой рекомендации: { $all }.
transfer-all = Пар «рекомендация — значение по одной из ее практик»: { $all }; перенесено на рассматриваемый случай: { $made }. Доводы против переноса (у пары их может быть несколько): нет эффекта, оцененного по дизайну, позволяющему судить о причинной связи, либо нет его свидетельств — { $kind }; совокупность отличается или ее совпадение неизвестно — { $population }; условие отличается или его совпадение неизвестно — { $condition }; случай не описан или о нем никто не судил — { $unjudged }.
advice-withheld = Не рекомендуется: гипотеза, на которой держится рекомендация, опровергнута («{ $statement }»): { $text }
condition = { $text }

## Ограничения и источники
caveat = { $text }
reference-states = { $work }: { $statement }. Дизайн: { $design }. Изучаемая совокупность: { $population }.
