# Названия кодов: <схема>-<код>.
act-decree = указ
act-resolution = постановление Правительства
act-law = закон
act-order = приказ
act-address = послание
act-strategy = стратегия
act-statement = заявление
act-other = иной акт

role-corpus = опорный документ корпуса
role-candidate = возможный документ корпуса
role-register = расширенный перечень

coverage-none = не прочитан
coverage-opening = прочитано начало
coverage-whole = прочитан целиком
# То же в конце предложения.
language-kk = казахский язык
language-ru = русский язык
language-en = английский язык
language-other = другой язык

coverage-clause-none = текст не прочитан
coverage-clause-opening = прочитано только начало текста
coverage-clause-whole = текст прочитан целиком

line-unit-article = статьи
line-unit-point = пункты
line-unit-leaf = наименьшие фрагменты
line-unit-measure = меры
line-unit-one-article = статья
line-unit-one-point = пункт
line-unit-one-leaf = фрагмент
line-status-there = есть
line-status-kept = сохранено
line-status-edited = изменено
line-status-changed = изменено
line-status-moved = перемещено
line-status-new = добавлено
line-status-dropped = исключено
line-status-rewritten = написано заново
line-status-repealed = утратило силу
measure-part-actor = исполнитель
measure-part-co-actor = соисполнители
measure-part-deontic = слова долженствования
measure-part-action = что делается
measure-part-object = предмет
measure-part-target-group = люди, на которых направлена мера
measure-part-instrument = инструмент
measure-part-deadline = срок
measure-part-money = деньги
measure-part-indicator = показатель
measure-part-completion = форма завершения
measure-part-condition = условие
measure-part-polarity = обязанность, право, запрет или план
measure-way-slipped = позже или дольше прежней
measure-way-advanced = раньше или короче прежней
measure-way-cut = меньше прежней
measure-way-raised = больше прежней
measure-way-lowered = ниже прежней
measure-way-renamed = та же под другим именем
measure-way-added = названа только теперь
measure-way-removed = больше не названа
measure-way-changed = стала другой
measure-polarity-obligation = обязанности
measure-polarity-permission = права
measure-polarity-prohibition = запреты
measure-polarity-plan = планы
line-editions-none = ни в одной
line-edition-single = одна редакция
line-undefined-value = не определено
line-undefined-nothing-before = недостаточно предыдущих редакций
line-undefined-nothing-behind = недостаточно последующих редакций
line-undefined-several-languages = редакции на разных языках
line-undefined-no-words = в одной из редакций нет слов
line-part-none = ничего
line-direction-holds = сохраняется
line-direction-does-not-hold = не сохраняется
line-direction-no-change = изменения нет
line-direction-not-varied = варьировать нечего
passage-article = статья
passage-point = пункт

function-attract = привлечение
function-retain = удержание
function-return = возвращение
function-reintegrate = реинтеграция
function-circulate = циркуляция
function-train = подготовка кадров
function-monitor = мониторинг
function-coordinate = координация
function-other = иное
function-restriction = ограничение

polarity-supports = облегчает мобильность
polarity-restricts = ограничивает
polarity-neutral = нейтральна
polarity-uncoded = не закодирована

instrument-regulatory = нормы и разрешения
instrument-financial = денежные средства
instrument-organisational = органы и процедуры
instrument-informational = информация
nato-nodality = узловое положение
nato-authority = власть
nato-treasure = казна
nato-organisation = организация
vedung-stick = кнут
vedung-carrot = пряник
vedung-sermon = проповедь
vedung-none = организация, в схеме места нет

scheme-function = функция
scheme-polarity = направленность
scheme-domain = область
scheme-instrument = инструмент
scheme-nato = Худ и Маргеттс
scheme-vedung = Ведунг
group-act = акты
group-proposal = заявления и предложения
profile-uncoded = код не присвоен
profile-no_function = без функции
bound-counted = подсчитано по всему тексту
bound-at_least = не менее

domain-migration = миграция
domain-labour = труд
domain-education = образование
domain-innovation = наука и инновации
domain-diaspora = диаспора
domain-other = иное

evidence-act_text = текст акта
evidence-official_release = официальное сообщение
evidence-press = пресса
evidence-statement_or_proposal = заявление или предложение
evidence-from_memory = не встретилось

part-actor = орган
part-deadline = срок
part-money = деньги
part-indicator = показатель
part-baseline = исходное значение
part-target = целевое значение

known-known = известно
known-not_seen = нет сведений

grade-A = A
grade-B = B
grade-C = C
grade-D = D
grade-E = E
grade-A-long = дизайн, позволяющий судить о причинной связи, с убедительным контрфактическим сценарием
grade-B-long = группа сравнения, смещение отбора не устранено
grade-C-long = историческое исследование или интервью
grade-D-long = данные административного учета
grade-E-long = только целевое значение или описание
effect-kind-effect = эффект: дизайн позволяет судить о причинной связи
effect-kind-association = связь: сравнение с неустраненным смещением отбора
effect-kind-count = подсчет или доля, без сравнения
significant-yes = статистически значимо
significant-no = статистически незначимо

figure-kind-official = официальные данные
figure-kind-via_press = официальные данные в изложении прессы
figure-kind-press = данные прессы
figure-kind-target = число, названное как цель
figure-kind-academic = исследовательская база данных

status-A = обычное значение
status-B = разрыв ряда
status-E = оценочное или расчетное значение
status-P = предварительное значение
status-U = округленное или приблизительное значение
status-M = пропуск
status-none = не указан

observation-missing = нет значения
observation-derived = рассчитано по другим данным
observation-doubtful = вызывает сомнение, в результаты не включено

search-found = найдено
search-partial = найдено частично
search-not_found = не найдено

reading-correspondence = соответствие по содержанию
reading-retrospective = ретроспективное соответствие

progress-significant_progress = значительный прогресс
progress-moderate_progress = умеренный прогресс
progress-moderate_away = умеренное отдаление от цели
progress-significant_away = значительное отдаление от цели
progress-obstacle-short = слишком мало лет
progress-obstacle-break = разрыв ряда внутри периода
progress-obstacle-nonpositive = есть неположительные значения
span-long = долгосрочный период
span-short = краткосрочный период

event-kind-policy = шаг политики
event-kind-shock = внешнее потрясение

flow-rest = прочие (расчет)
flow-basis-total = итог, указанный источником
flow-basis-seen = сумма по встретившимся партнерам, а не итог источника

depth-aim = только цель, без показателя
depth-indicator = с показателем
depth-target = с целевым значением
depth-target_money = с целевым значением и деньгами

state-reached = достигнуто
state-not_reached = не достигнуто
state-no_value = срок наступил, значение не встретилось
state-lapsed = документ утратил силу
state-not_due = срок еще не наступил
state-not_comparable = сопоставимый ряд не встретился

used-used = использовано
used-other = другой выпуск
used-doubtful = вызывает сомнение, не используется
used-derived = вычислено по другим данным, не используется
used-aim = цель, а не фактическое значение

conflict-rule-releases = из нескольких выпусков используется стоящий в таблице последним
conflict-rule-doubt = значение, вызывающее сомнение, сохранено, но не используется
conflict-rule-series = каждый ряд используется целиком и не соединяется с другим
conflict-rule-definitions = определения различаются; каждый ряд используется целиком и не соединяется с другим

made-published = как опубликовано
made-computed = рассчитано здесь
compared-picked = выбран по правилу
compared-beside = приведен рядом
compared-doubt = сомнительно; приведено рядом

verdict-supported = подтверждено
verdict-mixed = неоднозначно
verdict-contradicted = опровергнуто
verdict-not_testable = не проверяемо

outcome-met = сбылось
outcome-not_met = не сбылось
outcome-not_testable = не проверяемо

threshold-at_least = не менее
threshold-at_most = не более
threshold-below = ниже
threshold-above = выше

flip-none = нет
match-same = совпадает
match-different = отличается
match-unknown = неизвестно
case-not_stated = не указано
transferred-yes = перенесено
transferred-no = не перенесено
transfer-obstacle-association = сравнение с неустраненным смещением отбора
transfer-obstacle-count = подсчет или доля без сравнения
transfer-obstacle-not_shown = в источнике нет свидетельств эффекта или различия
transfer-obstacle-case_not_stated = совокупность или условие рассматриваемого случая не указаны
transfer-obstacle-not_judged = суждения о совокупности и условии нет
transfer-obstacle-population_different = совокупность отличается
transfer-obstacle-population_unknown = совпадение совокупности неизвестно
transfer-obstacle-condition_different = условие отличается
transfer-obstacle-condition_unknown = совпадение условия неизвестно

obstacle-not-read = рассматриваемые документы не были прочитаны целиком, поэтому число — лишь нижняя граница
obstacle-not-coded = из рассматриваемых документов меры взяты выборочно, поэтому число — лишь нижняя граница
obstacle-targets-unknown = у слишком многих целевых значений, срок которых наступил, нет сопоставимого наблюдаемого значения
obstacle-break = в ряду есть разрыв: до и после него учитывается разное
obstacle-no-documents = в исследовании нет документов этого вида
obstacle-no-measures = мер этого вида не встретилось
obstacle-too-few-documents = датированных документов меньше трех
obstacle-no-due-targets = менее двух сопоставимых целевых значений, срок которых наступил, пока документ действовал, имеют значение за свой год
obstacle-no-values = слишком мало пригодных значений
obstacle-no-common-year = нет года, за который есть значения и для страны, и не менее чем для трех стран сравнения
obstacle-selection = перечень практик — выборка, и показать, что таких практик нет, он не может
obstacle-needs = доказательной базы исследования недостаточно для ответа на этот вопрос

chapter-evolution = Эволюция
chapter-governance = Управление
chapter-alignment = Соответствие ЦУР
chapter-effectiveness = Результативность
chapter-practice = Практика
chapter-findings = Выводы
chapter-recommendations = Рекомендации

kind-source = источник
kind-document = документ
kind-passage = просмотренный фрагмент
kind-observation = наблюдение
kind-coding = кодирование
kind-measure = мера политики
kind-practice = практика
kind-effect = значение по практике
kind-reference = опубликованная работа
kind-search = зафиксированный поиск
kind-estimate = расчетная величина
kind-finding = вывод
kind-recommendation = рекомендация
kind-claim = утверждение

month-1 = январь
month-2 = февраль
month-3 = март
month-4 = апрель
month-5 = май
month-6 = июнь
month-7 = июль
month-8 = август
month-9 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь
period-half = { $half ->
    [1] первое полугодие { $year } года
   *[2] второе полугодие { $year } года
}
period-quarter = { $quarter }-й квартал { $year } года
period-months = { $from }–{ $to } { $year } года
period-span = { $from }–{ $to }

# Последние два элемента списка.
list-last = { $head } и { $tail }
