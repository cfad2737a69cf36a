# Names of codes: <scheme>-<code>.
act-decree = Decree
act-resolution = Government Resolution
act-law = Law
act-order = Order
act-address = Address
act-strategy = Strategy
act-statement = Statement
act-other = Other act

role-corpus = corpus of the question
role-candidate = candidate for the corpus
role-register = wider register

coverage-none = not read
coverage-opening = opening read
coverage-whole = read whole
# The same at the end of a sentence.
language-kk = Kazakh
language-ru = Russian
language-en = English
language-other = another language

coverage-clause-none = its text was not read
coverage-clause-opening = only its opening was read
coverage-clause-whole = its text was read whole

line-unit-article = articles
line-unit-point = points
line-unit-leaf = smallest passages
line-unit-measure = measures
line-unit-one-article = article
line-unit-one-point = point
line-unit-one-leaf = passage
line-status-there = stands
line-status-kept = kept
line-status-edited = edited
line-status-changed = changed
line-status-moved = moved
line-status-new = new
line-status-dropped = dropped
line-status-rewritten = written anew
line-status-repealed = repealed
measure-part-actor = actor
measure-part-co-actor = other actors
measure-part-deontic = words of duty
measure-part-action = what is done
measure-part-object = object
measure-part-target-group = people whom it concerns
measure-part-instrument = instrument
measure-part-deadline = deadline
measure-part-money = money
measure-part-indicator = indicator
measure-part-completion = form of completion
measure-part-condition = condition
measure-part-polarity = must, may, must not or planned
measure-way-slipped = later or longer than before
measure-way-advanced = earlier or shorter than before
measure-way-cut = less than before
measure-way-raised = more than before
measure-way-lowered = lower than before
measure-way-renamed = the same one under another name
measure-way-added = stated only now
measure-way-removed = no longer stated
measure-way-changed = another one
measure-polarity-obligation = obligations
measure-polarity-permission = permissions
measure-polarity-prohibition = prohibitions
measure-polarity-plan = plans
line-editions-none = in none
line-edition-single = single edition
line-undefined-value = not defined
line-undefined-nothing-before = not enough editions before it
line-undefined-nothing-behind = not enough editions behind it
line-undefined-several-languages = the editions are in several languages
line-undefined-no-words = an edition has no words
line-part-none = nothing
line-direction-holds = holds
line-direction-does-not-hold = does not hold
line-direction-no-change = no change
line-direction-not-varied = could not be varied
passage-article = article
passage-point = point

function-attract = attract
function-retain = retain
function-return = return
function-reintegrate = reintegrate
function-circulate = circulate
function-train = train
function-monitor = monitor
function-coordinate = coordinate
function-other = other
function-restriction = restriction

polarity-supports = makes mobility easier
polarity-restricts = restricts
polarity-neutral = neutral
polarity-uncoded = not coded

instrument-regulatory = rules and permits
instrument-financial = money
instrument-organisational = bodies and procedures
instrument-informational = information
nato-nodality = nodality
nato-authority = authority
nato-treasure = treasure
nato-organisation = organisation
vedung-stick = stick
vedung-carrot = carrot
vedung-sermon = sermon
vedung-none = organisation, no place in the scheme

scheme-function = function
scheme-polarity = direction
scheme-domain = domain
scheme-instrument = instrument
scheme-nato = Hood and Margetts
scheme-vedung = Vedung
group-act = acts
group-proposal = statements and proposals
profile-uncoded = not coded
profile-no_function = no function
bound-counted = counted in the whole text
bound-at_least = at least

domain-migration = migration
domain-labour = labour
domain-education = education
domain-innovation = science and innovation
domain-diaspora = diaspora
domain-other = other

evidence-act_text = text of the act
evidence-official_release = official release
evidence-press = press
evidence-statement_or_proposal = statement or proposal
evidence-from_memory = not seen

part-actor = body
part-deadline = deadline
part-money = money
part-indicator = indicator
part-baseline = starting value
part-target = target value

known-known = known
known-not_seen = not seen

grade-A = A
grade-B = B
grade-C = C
grade-D = D
grade-E = E
grade-A-long = causal design with a credible counterfactual
grade-B-long = comparison group, selection left in
grade-C-long = historical study or interviews
grade-D-long = administrative counts
grade-E-long = target or description only
effect-kind-effect = effect from a causal design
effect-kind-association = association: comparison with selection left in
effect-kind-count = count or rate, no comparison
significant-yes = statistically significant
significant-no = not statistically significant

figure-kind-official = official figure
figure-kind-via_press = official figure as quoted by the press
figure-kind-press = figure of the press
figure-kind-target = number named as an aim
figure-kind-academic = research database

status-A = normal
status-B = break in the series
status-E = estimated or derived
status-P = provisional
status-U = rounded or approximate
status-M = missing
status-none = not given

observation-missing = no value
observation-derived = derived from other figures
observation-doubtful = in doubt, left out of results

search-found = found
search-partial = found in part
search-not_found = not found

reading-correspondence = correspondence of content
reading-retrospective = correspondence in retrospect

progress-significant_progress = significant progress
progress-moderate_progress = moderate progress
progress-moderate_away = moderate movement away
progress-significant_away = significant movement away
progress-obstacle-short = too few years
progress-obstacle-break = break inside the period
progress-obstacle-nonpositive = values that are not positive
span-long = long term
span-short = short term

event-kind-policy = step of policy
event-kind-shock = shock from outside the policy

flow-rest = others (derived)
flow-basis-total = total given by the source
flow-basis-seen = sum of the partners seen, not a total of the source

depth-aim = the aim only, without an indicator
depth-indicator = with an indicator
depth-target = with a target value
depth-target_money = with a target value and money

state-reached = reached
state-not_reached = not reached
state-no_value = due, no value seen
state-lapsed = document no longer in force
state-not_due = not yet due
state-not_comparable = no comparable series seen

used-used = used
used-other = other release
used-doubtful = in doubt, not used
used-derived = computed from others, not used
used-aim = aim, not a figure

conflict-rule-releases = of several releases the one that stands last in the table is used
conflict-rule-doubt = the figure in doubt is kept and not used
conflict-rule-series = each series is used as a whole and never joined with another one
conflict-rule-definitions = the definitions differ; each series is used as a whole and never joined with another one

made-published = as published
made-computed = computed here
compared-picked = picked
compared-beside = stands beside it
compared-doubt = in doubt; stands beside it

verdict-supported = supported
verdict-mixed = mixed
verdict-contradicted = contradicted
verdict-not_testable = not testable

outcome-met = met
outcome-not_met = not met
outcome-not_testable = not testable

threshold-at_least = at least
threshold-at_most = at most
threshold-below = below
threshold-above = above

flip-none = none
match-same = same
match-different = different
match-unknown = not known
case-not_stated = not stated
transferred-yes = transferred
transferred-no = not transferred
transfer-obstacle-association = a comparison that leaves selection in
transfer-obstacle-count = a count or rate without a comparison
transfer-obstacle-not_shown = no evidence of it in the source
transfer-obstacle-case_not_stated = population or condition of the case not stated
transfer-obstacle-not_judged = population and condition not judged
transfer-obstacle-population_different = population different
transfer-obstacle-population_unknown = population not known to be the same
transfer-obstacle-condition_different = condition different
transfer-obstacle-condition_unknown = condition not known to be the same

obstacle-not-read = documents in question were not read whole, so the count is only a lower bound
obstacle-not-coded = measures were only picked from the documents in question, so the count is only a lower bound
obstacle-targets-unknown = too many of the targets that fell due have no comparable value
obstacle-break = the series has a break: before and after it different things are counted
obstacle-no-documents = no document of this sort is in the study
obstacle-no-measures = no measure of this sort was seen
obstacle-too-few-documents = fewer than three dated documents
obstacle-no-due-targets = fewer than two comparable targets have fallen due, with a value for their year, while their document was in force
obstacle-no-values = too few usable values
obstacle-no-common-year = no year with values of the country and of at least three comparators
obstacle-selection = the register of practices is a selection and cannot show that there are none
obstacle-needs = the evidence of the study does not reach this question

chapter-evolution = Evolution
chapter-governance = Governance
chapter-alignment = Alignment with the SDGs
chapter-effectiveness = Effectiveness
chapter-practice = Practice
chapter-findings = Findings
chapter-recommendations = Recommendations

kind-source = source
kind-document = document
kind-passage = passage seen
kind-observation = observation
kind-coding = coding
kind-measure = policy measure
kind-practice = practice
kind-effect = number of a practice
kind-reference = published work
kind-search = recorded search
kind-estimate = estimate
kind-finding = finding
kind-recommendation = recommendation
kind-claim = statement

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
period-half = { $half ->
    [1] first half of { $year }
   *[2] second half of { $year }
}
period-quarter = Q{ $quarter } { $year }
period-months = { $from }–{ $to } { $year }
period-span = { $from }–{ $to }

# The last two items of a list.
list-last = { $head } and { $tail }
