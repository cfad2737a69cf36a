# Sentences of the report. Numbers come as arguments: a translator cannot change them.
# No sentence may say that a policy caused something.

## Evolution
corpus-coverage = Of { $n ->
    [one] { $n } document
   *[other] { $n } documents
} in the corpus of the question, { $whole } { $whole ->
    [one] was
   *[other] were
} read whole, { $opening } only in the opening and { $none } not at all.
document-numbered = “{ $title }”: { $act } No. { $number }, adopted { $adopted }; { $coverage }.
document-dated = “{ $title }”: { $act }, dated { $adopted }; { $coverage }.
document-untyped = “{ $title }”: dated { $adopted }; { $coverage }.
document-undated = “{ $title }”: the date of adoption was not seen; { $coverage }.
document-text = { $short }: the text in { $file } ({ $language }; characters: { $characters }, articles: { $articles }, points: { $points }; SHA-256 { $digest }…) was read whole by the program; its measures are those that the coder took from it.
document-provides-read = { $short }: the text holds { $n ->
    [one] { $n } registered measure
   *[other] { $n } registered measures
}, with the functions: { $functions }.
document-provides-read-none = { $short }: the text holds { $n ->
    [one] { $n } registered measure
   *[other] { $n } registered measures
}, none with a function of the scheme.
document-provides-picked = { $short }: of the text, { $n ->
    [one] { $n } measure is registered
   *[other] { $n } measures are registered
}, with the functions: { $functions }. The text was read whole, but measures were only picked from it: the number is a lower bound.
document-provides-picked-none = { $short }: of the text, { $n ->
    [one] { $n } measure is registered
   *[other] { $n } measures are registered
}, none with a function of the scheme. The text was read whole, but measures were only picked from it: the number is a lower bound.
document-provides-also = { $short }: pages about it report { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} beside those registered from the text, with the functions: { $functions }.
document-provides-also-none = { $short }: pages about it report { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} beside those registered from the text, none with a function of the scheme.
document-provides-reported = { $short }: { $n ->
    [one] { $n } measure was seen
   *[other] { $n } measures were seen
} in pages about it or in the part read, with the functions: { $functions }. Not read whole: a lower bound.
document-provides-reported-none = { $short }: { $n ->
    [one] { $n } measure was seen
   *[other] { $n } measures were seen
} in pages about it or in the part read, none with a function of the scheme. Not read whole: a lower bound.
document-proposes = { $short }: { $n ->
    [one] { $n } statement or proposal is
   *[other] { $n } statements or proposals are
} registered, with the functions: { $functions }.
document-proposes-none = { $short }: { $n ->
    [one] { $n } statement or proposal is
   *[other] { $n } statements or proposals are
} registered, none with a function of the scheme.
document-life = { $short }: by the dates seen in force from { $from } to { $to }, { $days } days ({ $status }).
text-coded = { $short } ({ $language }, { $file }): by the rules of codebook { $codebook }, { $n } of { $passages } passages got codes; words in all: { $words }. Passages in a language without rules, not coded: { $without }.
text-coded-by-people = { $short } ({ $language }, { $file }): codes of codebook { $codebook } stand in { $n } of { $passages } passages; words in all: { $words }. Passages that people coded ({ $coders }): { $hand }; rules are not counted there. Passages in a language without rules, not coded: { $without }.
attention-given = { $short } ({ $language }, { $file }): code “{ $code }” — { $count } of { $passages } passages, { $rate } per 1,000 words (words in all: { $words }).
attention-not-given = { $short } ({ $language }, { $file }): code “{ $code }” was given to none of { $passages } passages (words in all: { $words }). Not given does not mean that the subject is absent.
attention-untestable = How much attention the documents give to each subject of the codebook cannot be tested: of { $n ->
    [one] { $n } document
   *[other] { $n } documents
} in the corpus, none has a text in the study that was read whole and coded. It would become testable with the texts in the folder “texts” of the study.
attention-outside = Not set beside the others, since no text of them in the study was read whole ({ $n }): { $documents }.
line-of-register = { $short }: package of features { $file }, made of { $n ->
    [one] { $n } text
   *[other] { $n } texts
} ({ $editions }; words: { $words }, passages: { $passages }). This act belongs to the wider register, not to the documents of the question: what follows says nothing about their contents.
line-of-corpus = { $short }: package of features { $file }, made of { $n ->
    [one] { $n } text
   *[other] { $n } texts
} ({ $editions }; words: { $words }, passages: { $passages }).
line-given = { $short }: the features were taken as given; the sentences are not part of the study.
line-single = { $short }: there is one edition only, so what was changed in it, what survives and how new it is are not defined.
line-step = { $short }, { $old } → { $new }, by { $unit } ({ $before } before, { $after } after): kept { $kept }, edited { $edited }, moved { $moved }, new { $new-units }, dropped { $dropped }.
line-change = { $short }, { $old } → { $new }, by { $unit }: { $status } – { $n } of { $all } in both editions taken together; outside of them, passages: { $outside }.
line-new = { $short }, { $old } → { $new }, by { $unit }: new { $n ->
    [one] number
   *[other] numbers
} – { $labels }.
line-dropped = { $short }, { $old } → { $new }, by { $unit }: dropped { $n ->
    [one] number
   *[other] numbers
} – { $labels }.
line-rewritten = { $short }, { $old } → { $new }, by { $unit }: written anew under the same number, with less than half of the words in common – { $labels }. Each is counted as dropped and as new.
line-change-repealed = { $short }, { $old } → { $new }, by { $unit }: { $status } – { $n } of { $all } in both editions taken together; of these { $repealed } are repealed: only a title with an editor’s note, or words that say so, is left. Outside of them, passages: { $outside }.
line-repealed = { $short }, { $old } → { $new }, by { $unit }: repealed, with nothing left in the later edition but a title with an editor’s note or words that say so – { $labels } ({ $n }). Their numbers still stand, so they are counted above as kept, edited, moved or new.
line-repealed-leaves = { $short }, { $old } → { $new }, by { $unit }: { $n } in the later edition are titles of repealed provisions or only say that something was repealed. They are counted above as kept, edited, moved or new.
line-survival-repealed = { $short }, by { $unit }: of { $units } in the edition of { $old }, { $survived } are still there in the edition of { $new } (kept, edited or moved; { $share } %), but { $repealed } of them as empty numbers: repealed, with a title and an editor’s note or words that say so. Of the { $alive } that were not repealed in the earlier edition, { $alive-stayed } still have words of their own ({ $alive-share } %).
line-by-labels = { $short }: editions that follow each other are in different languages. Units were matched by their numbers alone, words were not compared: that a unit is still there says that its number is.
line-by-unit = { $short }, { $old } → { $new }: with another unit the share of what is still there is another one: { $share } % by { $unit }, { $leaves } % by smallest passages (repealed ones among them).
line-not-varied = { $short }: codes were given by one codebook and its rules ({ $codebook }). Neither the codebook nor the coder was varied, so how far the numbers of codes would move with another one is not known.
line-codebook-not-varied = { $short }: codes were given by one codebook and its rules ({ $codebook }). The codebook was not varied, so how far the numbers of codes would move with another one is not known.
line-coder-not-varied = { $short }: codes of the editions of { $editions } were given by rules alone: the package has no reading of them by people. How far the numbers of codes would move there with another coder is not known.
line-codebook = { $short }: each rule and each clue of { $codebook } was left out in turn and the passages were coded anew. Words under the code “{ $code }” ({ $edition }) move most: { $rate } of 1,000 with everything, { $least } at least (left out: { $least-without }), { $most } at most (left out: { $most-without }). An omission that leaves a code in no passage of any edition takes the code itself away and is not counted.
line-codebook-unmoved = { $short }: each rule and each clue of { $codebook } was left out in turn and the passages were coded anew. No omission moves the words under a code, unless it takes the code itself away.
line-codebook-holds = { $short }, { $old } → { $new }: of { $n ->
    [one] { $n } code
   *[other] { $n } codes
} whose words of 1,000 change, { $holds } keep the direction of the change whatever one rule or clue is left out. For { $untested } nothing could be varied: what moves the code takes it away altogether.
line-codebook-turns = { $short }, { $old } → { $new }: of { $n ->
    [one] { $n } code
   *[other] { $n } codes
} whose words of 1,000 change, { $holds } keep the direction of the change whatever one rule or clue is left out; { $turns } do not, so their change hangs on single rules or clues and cannot be told from a choice of the codebook: { $codes } (in brackets what turns it where it is left out; all of it in the table). For { $untested } nothing could be varied: what moves the code takes it away altogether.
line-codebook-range = { $short }, { $edition }: words under the code “{ $code }” are { $rate } of 1,000; with any one rule or clue left out, { $least } at least (left out: { $least-without }) and { $most } at most (left out: { $most-without }).
line-codebook-change = { $short }, { $old } → { $new }: words under the code “{ $code }” were { $before } and are { $after } of 1,000. The direction with any one rule or clue left out: { $direction }.
line-codebook-change-turned = { $short }, { $old } → { $new }: words under the code “{ $code }” were { $before } and are { $after } of 1,000. The direction with any one rule or clue left out: { $direction } (turned by: { $turned }).
line-coders = { $short }, { $edition }: two people read { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}. A function was given by the first to { $function-first }, by the second to { $function-second }, by rules to { $function-rules }; a stage to { $stage-first }, { $stage-second } and { $stage-rules }. These are counts in the passages that were read, without an interval, and say nothing of the rest of the text. The package does not show that the readers were trained or independent of each other, so this is no intercoder reliability.
line-coders-any = { $short }, { $edition }: two people read { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}. A code was given by the first to { $any-first }, by the second to { $any-second }, by rules to { $any-rules }. These are counts in the passages that were read, without an interval, and say nothing of the rest of the text. The package does not show that the readers were trained or independent of each other, so this is no intercoder reliability.
line-coder = { $short }, { $edition }: of { $n } passages that were read, the code “{ $code }” was given by the first reader to { $first }, by the second one to { $second }, by rules to { $rules }.
line-profile = { $short }, { $edition }, profile: words { $words }, of these { $coded } % in passages with a code; stages { $stages }, functions { $functions }; measures found by rules { $measures }, of six parts { $stated } found in them on average; references from one section to another { $references }, of 100 smallest passages { $rate }; of the { $unit } with words of their own ({ $units }), { $continued } go on from the edition before ({ $continuity } %).
line-profile-first = { $short }, { $edition }, profile: words { $words }, of these { $coded } % in passages with a code; stages { $stages }, functions { $functions }; measures found by rules { $measures }, of six parts { $stated } found in them on average; references from one section to another { $references }, of 100 smallest passages { $rate }; continuity is not defined, since no edition stands before it.
line-profile-without-units = { $short }, { $edition }, profile: words { $words }, of these { $coded } % in passages with a code; stages { $stages }, functions { $functions }; measures found by rules { $measures }, of six parts { $stated } found in them on average; references from one section to another { $references }, of 100 smallest passages { $rate }; continuity is not defined, since no unit has words of its own.
line-profile-limits = { $short }: the profile has no total and no verdict. No threshold is known from which fragments are a system, so no value is near to one or far from it. Editions of this act may be compared with each other; other acts, and acts of another kind, may not. Measures with known parts are not in the package; where measures of the act are in the study, they stand in the chapter on governance. A reference that names no number is not seen.
line-profile-limits-measures = { $short }: the profile has no total and no verdict. No threshold is known from which fragments are a system, so no value is near to one or far from it. Editions of this act may be compared with each other; other acts, and acts of another kind, may not. Measures were found by rules and nobody has confirmed them; they are not those that people registered in the chapter on governance. A reference that names no number is not seen.
line-survival = { $short }, by { $unit }: of { $units } in the edition of { $old }, { $survived } are still there in the edition of { $new } (kept, edited or moved; { $share } %).
line-novelty = { $short }, { $edition }, window of { $window ->
    [one] { $window } text
   *[other] { $window } texts
}: novelty { $novelty }, transience { $transience }, resonance { $resonance } bits.
line-novelty-partly = { $short }, { $edition }, window of { $window ->
    [one] { $window } text
   *[other] { $window } texts
}, in bits: novelty – { $novelty }, transience – { $transience }, resonance – { $resonance }. Why values are missing: { $why }.
line-attention = { $short }, { $edition }: passages with the code “{ $code }” ({ $n }) hold { $words } of { $all } words, { $rate } of 1,000.
line-attention-not-given = { $short }, { $edition }: the code “{ $code }” was given to no passage (words in all: { $all }). Not given does not mean that the subject is absent.
line-life-unchanged = { $short }, { $unit } { $label }: from the edition of { $first } to the edition of { $last }; the words did not change.
line-life-edited = { $short }, { $unit } { $label }: from the edition of { $first } to the edition of { $last }; the words changed ({ $edited }).
line-life-moved = { $short }, { $unit } { $label }: from the edition of { $first } to the edition of { $last }; left the place ({ $moved }).
line-life-edited-moved = { $short }, { $unit } { $label }: from the edition of { $first } to the edition of { $last }; the words changed ({ $edited }), left the place ({ $moved }).
line-lives-unchanged = { $short }, { $unit } ({ $n }): from the edition of { $first } to the edition of { $last }; the words did not change.
line-lives-edited = { $short }, { $unit } ({ $n }): from the edition of { $first } to the edition of { $last }; the words changed ({ $edited }).
line-lives-moved = { $short }, { $unit } ({ $n }): from the edition of { $first } to the edition of { $last }; left the place ({ $moved }).
line-lives-edited-moved = { $short }, { $unit } ({ $n }): from the edition of { $first } to the edition of { $last }; the words changed ({ $edited }), left the place ({ $moved }).
line-life-only = { $short }, { $unit } { $label }: in the edition of { $first } only.
line-lives-only = { $short }, { $unit } ({ $n }): in the edition of { $first } only.
line-life-repealed = { $short }, { $unit } { $label }: its number stands from the edition of { $first } to the edition of { $last }; repealed, with only a title and an editor’s note, or words that say so, left ({ $repealed }).
line-lives-repealed = { $short }, { $unit } ({ $n }): numbers stand from the edition of { $first } to the edition of { $last }; repealed, with only a title and an editor’s note, or words that say so, left ({ $repealed }).
line-flow = { $short }, by { $unit }: of { $all } ({ $old }: { $from }), { $n } ({ $new }: { $to }).
line-measures-limits = { $short }: measures – who must, may, must not or plans to do what – were found by rules (version { $rules }) and confirmed by nobody. Measures of two editions are one and the same where the stems of what is done, to what, for whom and by which means are alike by half or more; one that was worded anew beyond that counts as dropped and as new, and an actor that rules read otherwise counts as changed. One that was dropped and comes back later counts as another one. How often measures of a text are paired wrongly is known only where people have read them. Whether object, people and condition changed is not looked at. A part that is not stated in the sentence or its lead-in may stand elsewhere.
line-measures = { $short }, { $edition }: measures found { $n } – obligations { $obligation }, permissions { $permission }, prohibitions { $prohibition }, plans { $plan }. Found in them: actor { $actor }, object { $object }, people whom it concerns { $target_group }, instrument { $instrument }, deadline { $deadline }, money { $money }, indicator { $indicator }. Of actor, deadline, money, indicator, starting value and target value { $completeness } of six are found on average.
line-measures-none = { $short }, { $edition }: rules found no measure. Not found does not mean that there is none.
line-measures-step = { $short }, { $old } → { $new }, measures ({ $before } before, { $after } after): kept { $kept } (same actor, deadline, money, indicator, form of completion and duty), changed { $changed }, new { $new-measures }, dropped { $dropped }.
line-measures-languages = { $short }, { $old } → { $new }: the editions are not in one language that rules know, so measures were not matched and their lives are not defined.
line-measures-fate = { $short }, { $old } → { $new }, measures: { $status } – { $n } of { $all } in both editions taken together.
line-measures-way = { $short }, { $old } → { $new }, measures, part “{ $part }”: { $way } – { $n } (passages before: { $before }; after: { $after }).
line-measures-flow = { $short }, measures: of { $all } ({ $old }: { $from }), { $n } ({ $new }: { $to }).
line-measure-lives-only = { $short }, measures ({ $n }): in the edition of { $first } only.
line-measure-lives-unchanged = { $short }, measures ({ $n }): from the edition of { $first } to the edition of { $last }; none of the six parts that are compared changed.
line-measure-lives-changed = { $short }, measures ({ $n }): from the edition of { $first } to the edition of { $last }; one of the six parts that are compared changed ({ $changed }).
line-most-changed = { $short }, { $unit } { $label }, { $old } → { $new }: { $status }; { $share } % of the words of both editions, endings left aside, have no partner in the other one. The text is not at hand.
line-most-changed-quoted = { $short }, { $unit } { $label }, { $old } → { $new }: { $status }; { $share } % of the words of both editions, endings left aside, have no partner in the other one. Before: “{ $before }” After: “{ $after }”
validation-none = The codes of these texts were not validated: no two people coded a sample of the passages without seeing the rules and each other. How many codes are wrong or missing here is not known.
validation-done = Validated on { $date }: { $coders } coded { $n } passages, drawn at random from these texts, without seeing the rules. Agreement of the two over every passage and code (Krippendorff’s alpha): { $alpha }.
validation-language = Rules against the passages on which both agree, { $language } ({ $n } passages): F1 over every passage and code { $f1 } (95 % interval { $low }–{ $high }, weighted by the design of the sample); mean F1 over { $codes ->
    [one] { $codes } code
   *[other] { $codes } codes
} with at least 5 positives: { $macro }.
validation-language-rare = Rules against the passages on which both agree, { $language } ({ $n } passages): F1 over every passage and code { $f1 } (95 % interval { $low }–{ $high }, weighted by the design of the sample). No code has 5 positives, so there is no mean over codes.
validation-language-alike = Rules against the passages on which both agree, { $language } ({ $n } passages): F1 over every passage and code { $f1 }, weighted by the design of the sample. It has no interval: the passages that were drawn are alike and cannot tell how far it is from that of all.
validation-language-none = Rules against the passages on which both agree, { $language } ({ $n } passages): F1 is not defined, since neither rules nor people gave a code.
validation-outdated = Since the validation a text, the codebook or the rules have changed: its numbers are about what stood before.
validation-built-in = The rules that come with the program were measured on readings made while the program was built, by its makers and not by trained coders. Those numbers do not stand for a validation on the texts of this study.

## Governance
direction-act = Direction of { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} seen in acts or in reports on acts: makes mobility easier — { $supports }, restricts — { $restricts }, neutral — { $neutral }, not coded — { $uncoded }. { $unread ->
    [0] All documents in question were read whole.
   *[other] Documents not read whole: { $unread } of { $documents }; for them the numbers are lower bounds.
}
direction-proposal = Direction of { $n ->
    [one] { $n } statement or proposal
   *[other] { $n } statements and proposals
}, which are not known to be contents of an act: makes mobility easier — { $supports }, restricts — { $restricts }, neutral — { $neutral }, not coded — { $uncoded }. Documents: { $documents }, not read whole: { $unread }.
direction-read = { $short }, read whole: of { $n ->
    [one] { $n } registered measure
   *[other] { $n } registered measures
} of the act, by direction: makes mobility easier — { $supports }, restricts — { $restricts }, neutral — { $neutral }, not coded — { $uncoded }.
instruments-act = Instruments, coded for { $coded } of { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} seen in acts or in reports on acts: rules and permits — { $regulatory }, bodies and procedures — { $organisational }, money — { $financial }, information — { $informational }. In the words of Hood and Margetts: authority — { $regulatory }, organisation — { $organisational }, treasure — { $financial }, nodality — { $informational }. In those of Vedung: sticks — { $regulatory }, carrots — { $financial }, sermons — { $informational }; organisation ({ $organisational }) has no place there and is kept apart.
instruments-proposal = Instruments, coded for { $coded } of { $n ->
    [one] { $n } statement or proposal
   *[other] { $n } statements and proposals
}: rules and permits — { $regulatory }, bodies and procedures — { $organisational }, money — { $financial }, information — { $informational }. In the words of Hood and Margetts: authority — { $regulatory }, organisation — { $organisational }, treasure — { $financial }, nodality — { $informational }. In those of Vedung: sticks — { $regulatory }, carrots — { $financial }, sermons — { $informational }; organisation ({ $organisational }) has no place there and is kept apart.
profile-function-act = Function “{ $code }”, direction “{ $polarity }”: { $count } of { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} seen in acts or in reports on acts.
profile-function-proposal = Function “{ $code }”, direction “{ $polarity }”: { $count } of { $n ->
    [one] { $n } statement or proposal
   *[other] { $n } statements and proposals
}.
profile-code-act = Scheme “{ $scheme }”, code “{ $code }”: { $count } of { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} seen in acts or in reports on acts.
profile-code-proposal = Scheme “{ $scheme }”, code “{ $code }”: { $count } of { $n ->
    [one] { $n } statement or proposal
   *[other] { $n } statements and proposals
}.
profile-mapped-act = Scheme “{ $scheme }”, code “{ $code }” (in the study: “{ $mapped }”): { $count } of { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} seen in acts or in reports on acts.
profile-mapped-proposal = Scheme “{ $scheme }”, code “{ $code }” (in the study: “{ $mapped }”): { $count } of { $n ->
    [one] { $n } statement or proposal
   *[other] { $n } statements and proposals
}.
profile-uncoded-act = Scheme “{ $scheme }”, no code given: { $count } of { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} seen in acts or in reports on acts.
profile-uncoded-proposal = Scheme “{ $scheme }”, no code given: { $count } of { $n ->
    [one] { $n } statement or proposal
   *[other] { $n } statements and proposals
}.
function-not-seen = Function “{ $function }”: none was seen among { $n ->
    [one] { $n } measure or proposal
   *[other] { $n } measures and proposals
}. Recorded search of { $date }, not found: { $what }. That is a statement about what was seen and not about what the acts hold.
cell-function-read = { $short }, read whole, function “{ $function }”: { $n ->
    [one] { $n } registered measure that does not restrict
   *[other] { $n } registered measures that do not restrict
}.
cell-function-reported = { $short }, not read whole, function “{ $function }”: at least { $n ->
    [one] { $n } measure that does not restrict
   *[other] { $n } measures that do not restrict
}, seen in the part read or in reports on the act.
cell-no-function-read = { $short }, read whole, no function of the scheme: { $n ->
    [one] { $n } registered measure that does not restrict
   *[other] { $n } registered measures that do not restrict
}.
cell-no-function-reported = { $short }, not read whole, no function of the scheme: at least { $n ->
    [one] { $n } measure that does not restrict
   *[other] { $n } measures that do not restrict
}, seen in the part read or in reports on the act.
cell-restricts-read = { $short }, read whole: { $n ->
    [one] { $n } registered measure restricts
   *[other] { $n } registered measures restrict
}, whatever function stands beside.
cell-restricts-reported = { $short }, not read whole: at least { $n ->
    [one] { $n } measure that restricts
   *[other] { $n } measures that restrict
}, whatever function stands beside, seen in the part read or in reports on the act.
bodies-named = Bodies named in measures seen in acts or in reports on acts: { $bodies }. Of { $n ->
    [one] { $n } such measure
   *[other] { $n } such measures
}, no body was seen for { $none }, one body for { $one }, two or more for { $more }.
bodies-together = Most often named together, each pair in { $count ->
    [one] { $count } measure
   *[other] { $count } measures
} seen in acts or in reports on acts: { $pairs }.
bodies-pair = “{ $body }” and “{ $partner }” are named together in { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} seen in acts or in reports on acts.
part-known-act = Of { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} seen in acts or in reports on acts, this part is known for { $count }: { $part }.
part-known-proposal = Of { $n ->
    [one] { $n } statement or proposal
   *[other] { $n } statements and proposals
}, this part is known for { $count }: { $part }.
measure-known = { $document }: “{ $text }” — { $count } of { $n } parts known: { $parts }.
measure-known-none = { $document }: “{ $text }” — none of { $n } parts known.
body-alone = { $body }: named in { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} of acts, always alone.
body-shared = { $body }: named in { $n ->
    [one] { $n } measure
   *[other] { $n } measures
} of acts, { $shared } of them shared with: { $partners }.

## Alignment
target-corresponds = { $short }: { $n ->
    [one] { $n } measure corresponds
   *[other] { $n } measures correspond
} in content to target { $code } ({ $name }){ $proposed ->
    [0] .
   *[other] ; { $proposed } of them only in statements or drafts.
} Deepest: { $depth }.
target-proposed = { $short }: { $n ->
    [one] { $n } statement or proposal corresponds
   *[other] { $n } statements or proposals correspond
} in content to target { $code } ({ $name }); none is known to be a content of an act. Deepest: { $depth }.
target-retrospective = { $short }: { $n ->
    [one] { $n } measure corresponds
   *[other] { $n } measures correspond
} to target { $code } ({ $name }) in retrospect; the document is older than the 2030 Agenda and cannot have meant it. Deepest: { $depth }.
progress-rounding = { $sure ->
    [no] { " " }Rounding of the values leaves the rate between { $low } and { $high }, so the class is not certain.
   *[yes] { "" }
}
progress-country = { $area }, { $indicator } (SDG indicator { $code }): { $first } in { $from }, { $last } in { $to }; compound annual growth rate { $rate }. By the rule for progress in the methods, { $span }: { $class } ({ $source }).{ progress-rounding }
progress-comparator = { $area }, { $indicator } (SDG indicator { $code }): { $first } in { $from }, { $last } in { $to }; compound annual growth rate { $rate }. By the rule for progress in the methods, { $span }: { $class } ({ $source }).{ progress-rounding }
progress-none = { $area }, { $indicator } (SDG indicator { $code }), { $from }–{ $to }: no class for this period ({ $span }): { $obstacle } ({ $source }).
sdg-value = { $area }, { $indicator } (SDG indicator { $code }): { $value } in { $year }. It is the only value of this series, so it shows no progress ({ $source }).
sdg-value-caveat = { $area }, { $indicator } (SDG indicator { $code }): { $value } in { $year }. It is the only value of this series, so it shows no progress ({ $source }). Note: { $caveat }.
sdg-value-comparator = { $area }, { $indicator } (SDG indicator { $code }): { $value } in { $year } ({ $source }).

## Effectiveness
target-reached = { $document }: “{ $text }” — target { $target } by { $year }; value of { $seen }: { $value }. Target reached. Basis of the target: { $evidence }. Basis of the comparison: { $reason }.
target-not-reached = { $document }: “{ $text }” — target { $target } by { $year }; value of { $seen }: { $value }. Target not reached. Basis of the target: { $evidence }. Basis of the comparison: { $reason }.
target-no-value = { $document }: “{ $text }” — target { $target } by { $year }; no value for that year was seen, the last one is { $value } ({ $seen }). Basis of the target: { $evidence }.
target-no-value-unseen = { $document }: “{ $text }” — target { $target } by { $year }; no value was seen. Basis of the target: { $evidence }.
target-not-due = { $document }: “{ $text }” — target { $target } by { $year }, not yet due; the last value is { $value } ({ $seen }). Basis of the target: { $evidence }.
target-not-due-unseen = { $document }: “{ $text }” — target { $target } by { $year }, not yet due; no value was seen. Basis of the target: { $evidence }.
target-lapsed = { $document }: “{ $text }” — target { $target } by { $year }; the document ceased to be in force on { $ended }; the last value is { $value } ({ $seen }). Basis of the target: { $evidence }.
target-lapsed-unseen = { $document }: “{ $text }” — target { $target } by { $year }; the document ceased to be in force on { $ended }. Basis of the target: { $evidence }.
target-not-comparable = { $document }: “{ $text }” — target { $target } by { $year }; not compared: { $reason }. Basis of the target: { $evidence }.
series-change = { $area }, { $indicator }: { $first } in { $from }, { $last } in { $to }; difference: { $change } ({ $n ->
    [one] { $n } yearly value
   *[other] { $n } yearly values
}; { $source }).
short-series = { $indicator }: { $last } in { $to }; of the years seen, lowest { $low } ({ $low_year }), highest { $high } ({ $high_year }). Years with a value since { $from }: { $n } of { $years }; { $source }.{ $noted ->
    [yes] { " " }Note: { $caveat }.
   *[no] { "" }
}
series-one = { $area }, { $indicator }: { $last } in { $to } (one yearly value; { $source }).
series-range = { $area }, { $indicator }: lowest { $low } ({ $low_year }), highest { $high } ({ $high_year }); between { $from } and { $to } { $gaps ->
    [0] every year has a value
    [one] { $gaps } year has no value
   *[other] { $gaps } years have no value
}.
series-status = { $area }, { $indicator }: { $status } — { $years }.
series-releases = { $area }, { $indicator }, { $year }: published more than once with different values: { $values }. The release that stands last in the table is used: { $used }; spread: { $spread }.
series-slope = { $area }, { $indicator }, { $from }–{ $to }: median slope { $slope } a year, 95 % interval from { $low } to { $high } (Theil–Sen, { $n ->
    [one] { $n } yearly value
   *[other] { $n } yearly values
}). It describes these years only.
need-years = { $area }, { $indicator }: no before–after comparison is possible for: { $documents }. At least { $before ->
    [one] { $before } yearly value
   *[other] { $before } yearly values
} before the year of adoption and { $after } after it are needed; the series has { $n }.
need-value = To say more on “{ $text }”, the value of { $year } is needed in the series: { $series } ({ $id }).
need-series = To say more on { $n ->
    [one] { $n } target
   *[other] { $n } targets
}, series are needed that count what the targets mean: { $texts }.
event-policy = { $date }: { $name } (policy document).
event-policy-span = { $date } to { $end }: { $name } (policy document).
event-shock = { $date }: { $name } (shock from outside the policy).
event-shock-span = { $date } to { $end }: { $name } (shock from outside the policy).
flow-net = From { $partner } to { $country }, { $period }: { $in }{ $in_noted ->
    [yes] {" "}({ $in_note })
   *[no] {""}
}; from { $country } to { $partner }: { $out }{ $out_noted ->
    [yes] {" "}({ $out_note })
   *[no] {""}
}; net for { $country } (in minus out): { $net } — { $in_indicator }; { $out_indicator }; { $source }.
flow-pair = From { $partner } to { $country }, { $period }: { $in }{ $in_noted ->
    [yes] {" "}({ $in_note })
   *[no] {""}
}; from { $country } to { $partner }: { $out }{ $out_noted ->
    [yes] {" "}({ $out_note })
   *[no] {""}
} — { $in_indicator }; { $out_indicator }; { $source }.
flow-in = From { $partner } to { $country }, { $period }: { $in }{ $in_noted ->
    [yes] {" "}({ $in_note })
   *[no] {""}
} — { $in_indicator }; { $source }.
flow-out = From { $country } to { $partner }, { $period }: { $out }{ $out_noted ->
    [yes] {" "}({ $out_note })
   *[no] {""}
} — { $out_indicator }; { $source }.
flow-rest-in = From all other partners to { $country }, { $period }: { $rest }{ $rest_noted ->
    [yes] {" "}({ $rest_note })
   *[no] {""}
}, derived: the total of the source, { $total }, minus { $sum } from the { $n ->
    [one] one partner
   *[other] { $n } partners
} seen ({ $indicator }; { $source }).
flow-rest-out = From { $country } to all other partners, { $period }: { $rest }{ $rest_noted ->
    [yes] {" "}({ $rest_note })
   *[no] {""}
}, derived: the total of the source, { $total }, minus { $sum } to the { $n ->
    [one] one partner
   *[other] { $n } partners
} seen ({ $indicator }; { $source }).
flow-top = { $country }, { $indicator }, { $period }: the largest partner seen is { $largest } with { $value }, or { $share } of { $total } ({ $basis }); the three largest seen ({ $names }) hold { $three }. Partners seen: { $n }.{ $share_noted ->
    [yes] {" "}Note on the numbers: { $share_note }.
   *[no] {""}
} Source: { $source }.
flow-largest = { $country }, { $indicator }, { $period }: the largest partner seen is { $largest } with { $value }, or { $share } of { $total } ({ $basis }). Partners seen: { $n }.{ $share_noted ->
    [yes] {" "}Note on the numbers: { $share_note }.
   *[no] {""}
} Source: { $source }.
conflict = { $quantity }, { $area }{ $between ->
    [yes] { " " }and { $partner }
   *[no] { "" }
}: { $shape ->
    [one] figures for { $period } differ
   *[several] figures differ for { $n } of { $all } periods with more than one figure; widest spread: { $period }
}, from { $low }{ $same_source ->
    [yes] { "" }
   *[no] { " " }({ $low_source })
} to { $high } ({ $high_source }), { $spread } of the larger absolute value. Rule: { $rule }.
beside-value = { $indicator }, { $area }, { $period }: { $value } ({ $made ->
    [computed] computed here from figures of the source, { $formula }
   *[published] as published
}). Source: { $source }.
beside-missing = { $indicator }, { $period }: no comparable figure, of the same source, definition and year, was seen for { $areas } ({ $source }).
beside-alone = { $area }: figures were seen, and none of another country that is comparable by source, definition and year, for: { $indicators }.
compared-spread = { $indicator }, { $area }: published in { $n } ways (source and definition); sources: { $sources }. Widest spread: { $period }, from { $low } ({ $low_source }) to { $high } ({ $high_source }), { $spread } of the larger absolute value. Where one is needed, the rule picks { $picked }: { $reason }.{ $doubt ->
    [no] {""}
   *[other] {" "}Later figures of other sources are in doubt and were passed over: { $later }.
}{ $otherwise ->
    [no] {" "}In the periods that they share, none of them says the opposite of another one.
   *[yes] {""}
}
compared-apart = { $indicator }, { $area }: published in { $n } ways (source and definition); sources: { $sources }. No period has figures of two of them, so that a spread cannot be told. Where one is needed, the rule picks { $picked }: { $reason }.{ $doubt ->
    [no] {""}
   *[other] {" "}Later figures of other sources are in doubt and were passed over: { $later }.
}
compared-direction = With another source, something else would be said. { $indicator }, { $area }, { $from } to { $to }: { $turn ->
    [rise] a rise
   *[fall] a fall
} from { $first_from } to { $first_to } by { $first }; { $turn ->
    [rise] a fall
   *[fall] a rise
} from { $other_from } to { $other_to } by { $other }.
compared-sign = With another source, something else would be said. { $indicator }, { $area }, { $period }: { $first_value } by { $first }, { $other_value } by { $other }; the signs differ.

## Practice
practice-causal = { $name } ({ $country }): { $results }. Grade A, a causal design: { $design }.
practice-compared = { $name } ({ $country }): { $results }. Grade B, a comparison that leaves selection in: { $design }.
practice-studied = { $name } ({ $country }): { $results }. Grade C, a historical study or interviews: { $design }.
practice-counted = { $name } ({ $country }): { $results }. Grade D, counts without a comparison: { $design }.
practice-described = { $name } ({ $country }): { $results }. Grade E, a target or description only: { $design }.
practice-grades = Function “{ $function }”, evidence of grade { $grade }: { $n ->
    [one] { $n } programme
   *[other] { $n } programmes
} — { $names }.
# The number of an effect, also beside its mark in the figure.
effect-number = { $shape ->
    [between] from { $low } to { $high }
    [range] { $value } ({ $low } to { $high })
    [aim] { $value } (aim: { $target })
    [base] { $value } of { $base }
   *[value] { $value }
}
effect-causal = { $name } ({ $country }): { $outcome } — { effect-number }. An effect from a causal design (grade { $grade }). For whom: { $population }. Condition: { $condition }.
effect-not-shown = { $name } ({ $country }): { $outcome } — no evidence of an effect: the estimate of a causal design (grade { $grade }) is not statistically significant. For whom: { $population }. Condition: { $condition }.
effect-difference-not-shown = { $name } ({ $country }): { $outcome } — no evidence of a difference: it is not statistically significant (grade { $grade }). For whom: { $population }. Condition: { $condition }.
effect-associated = { $name } ({ $country }): { $outcome } — { effect-number }. A comparison that leaves selection in (grade { $grade }). For whom: { $population }. Condition: { $condition }.
effect-counted = { $name } ({ $country }): { $outcome } — { effect-number }. A count or rate without a comparison (grade { $grade }). For whom: { $population }. Condition: { $condition }.

## Findings
finding-supported = Supported: “{ $statement }” Predictions met: { $met } of { $testable } that could be tested ({ $predictions } written down).
finding-mixed = Mixed: “{ $statement }” Predictions met: { $met } of { $testable } that could be tested ({ $predictions } written down).
finding-contradicted = Contradicted: “{ $statement }” Predictions met: { $met } of { $testable } that could be tested ({ $predictions } written down).
finding-not-testable = Not testable with this evidence: “{ $statement }” Of { $predictions ->
    [one] { $predictions } prediction
   *[other] { $predictions } predictions
} written down, { $testable } could be tested.
prediction-basis = { $basis ->
    [of] { " " }({ $first } of { $second })
    [median] { " " }(median of { $second } measures)
    [year] { " " }({ $first })
    [others] { " " }({ $first }; comparators: { $second })
    [years] { " " }({ $first }–{ $second })
    [pairs] { " " }(pairs of documents: { $second })
   *[plain] { "" }
}
prediction-met = Prediction met: { $text } Seen: { $value }{ prediction-basis }; expected: { $threshold }.
prediction-not-met = Prediction not met: { $text } Seen: { $value }{ prediction-basis }; expected: { $threshold }.
prediction-not-testable = Not testable: { $text } Reason: { $obstacle }.
prediction-not-testable-needs = Not testable: { $text } Reason: { $obstacle }. What would make it testable: { $needs }
prediction-margin = Distance of the value from the threshold: { $margin }. The outcome would change if the value were { $turn }.
distance-outcomes = Distance to another verdict: { $n ->
    [one] { $n } tested prediction
   *[other] { $n } tested predictions
} would have to come out otherwise (verdict in reach: { $verdicts }).
distance-next = One more prediction that can be tested could change the verdict (verdict in reach: { $verdicts }).
distance-wanting = Before there is a verdict, { $n ->
    [one] { $n } more prediction has
   *[other] { $n } more predictions have
} to become testable.
short-finding = “{ $statement }” ({ $met } of { $testable } testable predictions met)
short-finding-open = “{ $statement }” ({ $testable } of { $predictions } predictions could be tested{ $testable ->
    [0] { "" }
   *[other] ; met: { $met }
})
finding-beside-value = Seen beside this verdict and not counted in it: { $indicator }, { $area }: { $value } in { $year } ({ $source }).
finding-beside = Seen beside this verdict and not counted in it: { $statement } ({ $work }).
rival-of = Rival explanation of: “{ $statement }”

## Recommendations
advice-first = { $ever ->
    [no] Never first in the weightings tried.
   *[yes] First in { $first } % of weightings.
}
recommendation-established = { $text } Gap: { $gap } (verdict: { $verdict }). Practices that bear on it: { $practices }. { advice-first }
recommendation-established-no-practice = { $text } Gap: { $gap } (verdict: { $verdict }). No practice stands behind it. { advice-first }
recommendation-open = { $text } Open question, not an established gap: { $gap }. Practices that bear on it: { $practices }. { advice-first }
recommendation-open-no-practice = { $text } Open question, not an established gap: { $gap }. No practice stands behind it. { advice-first }
short-advice = { $text } (Gap: { $gap }; verdict: { $verdict }.)
short-advice-open = { $text } (Open question: { $gap }.)
robustness-ranks = Rank { $rank }. When any one practice is left out: { $by_practice ->
    [range] rank { $low } to { $high }
   *[same] the same rank
}; when the verdict on any one gap moves by one step: { $by_gap ->
    [range] rank { $gap_low } to { $gap_high }
   *[same] the same rank
}.
robustness-tied = The place is that of the name only; the mean rank is equal to that of: { $others }
transfer-number = { $shown ->
    [no-effect] { effect-no-evidence }
    [no-difference] { effect-no-difference }
   *[number] { effect-number }
}
transfer-made = { $name } ({ $country }), beside the recommendation “{ $text }”: { $outcome } — { transfer-number }. Transferred to the case: an effect from a causal design, with population and condition judged to be the same. Observed for: { $population }; condition: { $condition }. The case: { $case_population }; condition: { $case_condition }. Judged by: { $judge }. Why: { $reason }. Nothing is computed from it.
transfer-refused = { $name } ({ $country }), beside the recommendation “{ $text }”: { $outcome } — { transfer-number }. Not transferred to the case: { $obstacles }. Observed for: { $population }; condition: { $condition }. The case: { $case_population }; condition: { $case_condition }. Judged by: { $judge }. Why: { $reason }.
transfer-unjudged = { $name } ({ $country }), beside the recommendation “{ $text }”: { $outcome } — { transfer-number }. Not transferred to the case: { $obstacles }. Observed for: { $population }; condition: { $condition }.
transfer-case = For whom in the country of the study: { $population }. Under which condition: { $condition }. Numbers of its practices: { $all }; transferred to the case: { $made }.
transfer-case-not-stated = Population and condition of the case were not stated: nothing is transferred. Numbers of its practices: { $all }.
transfer-all = Pairs of a recommendation and a number of one of its practices: { $all }; transferred to the case: { $made }. Reasons against (one pair may have several): no effect from a causal design, or no evidence of it — { $kind }; population different or not known to be the same — { $population }; condition different or not known to be the same — { $condition }; case not stated or not judged — { $unjudged }.
advice-withheld = Not recommended, because the statement behind it is contradicted (“{ $statement }”): { $text }
condition = { $text }

## Limits and sources
caveat = { $text }
reference-states = { $work }: { $statement }. Design: { $design }. For whom: { $population }.
