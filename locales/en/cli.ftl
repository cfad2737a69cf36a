# The command line.
cli = From policy documents and official statistics to a report in which every sentence leads back to its evidence.
cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-examples = Examples
cli-help = Show help.
cli-version = Show the version.
cli-lang = Language of messages: en, ru or kk; taken from the system if not given.
cli-format = Form of the output: text for reading, json for programs.
cli-dir = Folder of the study.
cli-new = Make a new study folder to be filled in.
cli-new-name = Name or path of the new folder.
cli-check = Report every problem of a study at once.
cli-fetch = Get what the study’s list of downloads names, and keep it by digest.
cli-fetch-source = Names of sources in the list; all if none is given.
cli-fetch-offline = Ask nobody: take everything from the store.
cli-fetch-ca = File of certificates that are trusted beside the usual ones; may be given more than once.
cli-add = Keep files that you saved yourself, as good as fetched ones.
cli-add-file = Files: a page saved by a browser, a document, a workbook, a PDF.
cli-add-as = Name of the source; that of the act in the page, or of the file, if not given.
cli-vintages = List every release of every source that is stored.
cli-vintages-source = Names of sources; all if none is given.
cli-run = Compute what is stale and write the report.
cli-run-threads = Number of threads; all cores if not given.
cli-run-out = Folder of the report; DIR/report if not given.
cli-report = Write the report again from what is computed.
cli-status = Tell what is stale and why.
cli-why = Show what a statement, finding or number rests on.
cli-why-id = Number of a statement, or name of a node as in report.json: claim:…, finding:…, H1, …
cli-verify = Derive the report again and compare it with the one there is, byte for byte.
add-text = it is a text of { $document } and stands in { $file }
cli-documents = Folder with texts of the documents, in addition to `texts` of the study.
cli-verify-texts = Folder with texts of the packages of features in the study: the packages are made again from them and compared.
cli-verify-report = Folder of the report to be checked; DIR/report if not given.
cli-language = Tell the language of each line: kk, ru, en or other.
cli-stem = Print the stem of the word on each line; --lang tells the language of the words, too.
cli-lines = File with a text on each line; - for standard input.
cli-schema = Print the JSON Schema of a study file.
cli-schema-name = Name of the file without its ending; all schemas if not given.
cli-completions = Print completions for a shell.
cli-completions-shell = Shell: bash, zsh, fish, elvish or powershell.
cli-bad-usage = the command line cannot be understood
cli-bad-usage-hint = `daryn help` shows commands and examples

check-clean = No problems.
check-count = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
check-more = … and { $n ->
    [one] { $n } more of the same sort
   *[other] { $n } more of the same sort
}
fetch-new = new
fetch-unchanged = unchanged
fetch-failed = failed
fetch-replayed = from the store
fetch-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}
fetch-of = { $n } of { $total } bytes
fetch-resume = going on after { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}
fetch-asked-to-wait = the server asks to wait: { $n } s
fetch-again = once more in { $n } s
fetch-later = the file is still being made
fetch-count = Sources: new { $new }, unchanged { $unchanged }, from the store { $replayed }, failed { $failed }.
vintages-none = Nothing is stored yet.
vintages-release = release { $name }
vintages-last = last seen { $time }
vintages-missing = not in the store
run-progress = { $done }/{ $total } { $stage }
run-left = about { $seconds } s left
run-fresh = Everything was up to date.
run-ran = { $ran ->
    [one] { $ran } stage
   *[other] { $ran } stages
} of { $total } computed.
run-written = Report: { $path }
run-open = Open this page in a browser: { $path }
status-fresh = Everything is up to date.
status-never = The study has not been run yet.
status-report = The report differs from the lock file: { $files }
reason-new = never computed
reason-version = version { $was } is now { $now }
reason-parameters = parameters changed
reason-seed = seed changed
reason-input = { $name } changed
reason-inputs = reads other files or stages than before
reason-upstream = depends on { $name }
verify-good = The report is what the study gives: { $files ->
    [one] { $files } file
   *[other] { $files } files
} compared, byte for byte.
verify-bad = { $n ->
    [one] { $n } difference
   *[other] { $n } differences
} found.
verify-features-made = Features made again from their texts, with the same bytes: { $files }
verify-features-given = Features taken as given, since not all of their texts are at hand: { $files }
verify-features = { $file }: its texts give another package (from byte { $at }; what differs: { $parts }); make it anew with `daryn features FILE... --out { $file }`, or find out who changed the texts
verify-input = { $file }: the study file is not the one that the lock file names
verify-documents = { $file }: a text from another folder; name that folder with --documents, as in the run
verify-missing = { $file }: missing
verify-unexpected = { $file }: not a part of the report
verify-differs = { $file }, line { $line }: differs
verify-differs-bytes = { $file }: differs at byte { $at }
verify-lock = daryn.lock: differs from what the study gives now ({ $what })
verify-version = the lock file was written by daryn { $was }, this is daryn { $now }
new-done = Made { $path }.
new-next = Next: fill in the tables, then
internal = daryn made a mistake: { $reason }
internal-hint = please report it with the command that you typed
cli-revisions = Tell what a newer release of a table added, withdrew and changed.
cli-revisions-old = The older table: CSV with a head line, plain or in gzip.
cli-revisions-new = The newer table.
cli-revisions-key = Columns of the newer table that tell a row from all others.
cli-revisions-old-key = The same columns of the older table, in the same order.
cli-revisions-value = Column of the value.
cli-revisions-old-value = Column of the value in the older table.
cli-revisions-flag = Column of the flag; flags are compared, too.
cli-revisions-old-flag = Column of the flag in the older table.
cli-revisions-where = Only rows of the newer table whose column C is X.
cli-revisions-old-where = Only rows of the older table whose column C is X.
cli-revisions-areas = A part of the key is an area: bring M49, ISO 3166 alpha-2 and alpha-3 to iso3, iso2 or m49.
cli-revisions-tolerance = Differences up to this, in the unit of the values, are none (0.005).
cli-revisions-out = File for every revision, as CSV.
revisions-counts = Common keys: { $common } (changed { $changed }, unchanged { $unchanged }; by more than 5 % of the old value: { $large }). Added: { $added }. Withdrawn: { $withdrawn }.
revisions-flags = Flags changed: { $n }.
revisions-areas = Not compared, since these codes of areas could not be brought to the asked ones: { $codes }.
revisions-more = and { $n } more
cli-adopt = Hold to another release of a source, after seeing which assertions it changes.
cli-adopt-source = Name of the source in the list of downloads.
cli-adopt-release = Beginning of the digest of a release; the newest one if not given.
cli-adopt-dry-run = Only tell what would change.
adopt-would = { $n ->
    [0] No assertion would change with this release of { $source }.
    [one] { $n } assertion would change with this release of { $source }.
   *[other] { $n } assertions would change with this release of { $source }.
}
adopt-done = { $file } is now this release of { $source }; { $n ->
    [0] no assertion changes.
    [one] { $n } assertion changes. Make the report anew: daryn run
   *[other] { $n } assertions change. Make the report anew: daryn run
}
adopt-no-file = No file of the study is made of { $source }, so no assertion would change.
adopt-held = The study now holds to this release of { $source }.
run-newer = A newer release of { $source } is stored. { $n ->
    [0] No assertion would change.
    [one] { $n } assertion would change.
   *[other] { $n } assertions would change.
} To see them: daryn adopt { $dir } { $source } --dry-run
run-newer-bad = A newer release of { $source } is stored and cannot be used. To see why: daryn adopt { $dir } { $source } --dry-run
cli-vintages-compare = Tell what the newest release changed of the one before.
vintages-one = { $source }: fewer than two releases are stored.
revisions-texts = { $n ->
    [one] { $n } common key has a value that is no number; it is compared as a text.
   *[other] { $n } common keys have values that are no numbers; they are compared as texts.
}
cli-read = Read documents: their text, structure and tables.
cli-read-file = Files: PDF, DOCX, ODT, RTF, HTML, MHT, Markdown, plain text, JSON of zan.gov.kz.
cli-read-anchors = Tell where quotations of another edition are: a file of hits of `daryn search --format json`.
read-anchor-same = same
read-anchor-changed = changed
read-anchor-lost = lost
read-anchors = { $same } the same, { $changed } changed, { $lost } lost
cli-search = Find words, stems, phrases or a regular expression in documents, with their context.
cli-search-dir = Folder with documents, or one document.
cli-search-query = Words of a phrase; word* for every word that begins so, * alone for any one word.
cli-search-stem = Find every form of each word, by the stem in the language of the passage.
cli-search-regex = The query is a regular expression; a match lies in one passage.
cli-search-ignore-case = Upper and lower case are alike in the regular expression; for words they always are.
cli-search-without-notes = Leave out editors’ notes and tables of contents.
cli-search-limit = Show at most N hits.
search-not-kept = The index could not be kept and was made in memory{ $reason ->
    [none] .
   *[other] : { $reason }
}
search-skipped = { $n ->
    [one] { $n } file is no document and was passed over.
   *[other] { $n } files are no documents and were passed over.
}
search-count = { $hits ->
    [0] Nothing found
    [one] { $hits } hit
   *[other] { $hits } hits
} { $hits ->
    [0] in { $all ->
        [one] { $all } document.
       *[other] { $all } documents.
    }
   *[other] in { $documents } of { $all ->
        [one] { $all } document:
       *[other] { $all } documents:
    }
}
search-shown = { $n ->
    [one] Only the first { $n } is shown.
   *[other] Only the first { $n } are shown.
}
search-more = … and in { $n ->
    [one] { $n } more document
   *[other] { $n } more documents
}
search-apart = note
search-part = part { $n }
search-chapter = ch. { $n }
search-article = art. { $n }
search-point = p. { $n }
search-sub-point = subp. { $n }
search-annex = annex { $n }
cli-stats = Read official statistics: what a file is, its observations, their bytes, codes of areas.
cli-stats-info = Tell what files are and count what stands in them.
cli-stats-read = Print one row for each observation, or for each code of a structure message.
cli-stats-cite = Print the bytes of an observation as they stand in the file.
cli-stats-areas = Print the code of the country on each line; `aggregate` for groups, nothing for what is unknown.
cli-stats-file = File or folder: SDMX, JSON-stat, answers of services, CSV, workbooks, data packages, Open SDG.
cli-stats-structure = Structure message that tells what the components are.
cli-stats-mapping = Description of a workbook, CSV or table of a document (docs/statistics-mapping.md).
cli-stats-format = Form of the output: csv, sdmx-csv, xlsx, parquet, arrow, r, stata or spss.
cli-stats-output = File that is written; csv and sdmx-csv go to standard output if not given.
cli-stats-language = Language of labels, as a tag such as en, ru or kk; that of messages if not given.
cli-stats-id = Name of the place: the last column of `daryn stats read`.
cli-stats-to = Code: iso3, iso2 or m49.
stats-not-written = Nothing was written to { $path }: not all of the source could be read.
stats-sheet-data = Data
stats-sheet-codes = Codes
stats-sheet-sources = Sources
stats-head-column = Column
stats-head-code = Code
stats-head-name = Name
cli-stats-quality = Tell what is wrong with figures, or must be known before they are used.
cli-stats-quality-kind = Only issues of this kind, for example sources-differ, gap or zero-missing.
cli-indicators = Indicators of intellectual migration: what they are, their values, sources side by side, a page about a country.
cli-indicators-list = Show the catalogue: definition, coverage, formula, unit, pitfalls, SDG links.
cli-indicators-compute = Print observed and computed values, each with its source and the places it rests on.
cli-indicators-sources = Set all sources of one quantity side by side and tell which one the rule picks.
cli-indicators-profile = Write one page about a country: figures, trends, comparators, partners, what is missing.
cli-indicators-dir = A study, or a folder of files of statistics; its `indicators.toml` adds to the catalogue.
cli-indicators-own = Folder whose `indicators.toml` adds to the catalogue.
cli-indicators-area = Country or territory, as a code or a name: KAZ, KZ, 398, Kazakhstan.
cli-indicators-partner = Partner country; all partners together if not given.
cli-indicators-indicator = Indicator of the catalogue, or a code of a source that occurs.
cli-indicators-compare = Countries beside it, with commas: CHN,IND,KOR; those of the study if not given.
cli-indicators-profile-format = Form of the page: html, json or text.
indicators-title = Indicators
indicators-quality-title = What must be known of the figures
indicators-no-figures = There are no such figures of { $area } in the folder.
indicators-picked = The rule picks { $source }: { $reason }.
indicators-reason-only = there is no other source
indicators-reason-study = the study prefers it
indicators-reason-published = it is published, the next one was computed here
indicators-reason-counting = its way of counting stands first in the catalogue
indicators-reason-made = it was counted, the next one is estimated or modelled
indicators-reason-answers = it was read nearer to the official source
indicators-reason-doubt = fewer of its figures are in doubt or computed
indicators-reason-reach = its figures reach a later period
indicators-reason-release = it is of a later release
indicators-reason-periods = it has more periods
indicators-reason-name = nothing tells them apart but their names
indicators-later-in-doubt = Later figures of other sources are in doubt and were passed over: { $sources }.
indicators-direction = From { $from } to { $to } { $first } and { $other } move in opposite directions: { $one } and { $two }.
indicators-sign = For { $period } { $first } and { $other } have different signs: { $one } and { $two }.
indicators-head-id = Identifier
indicators-head-theme = Theme
indicators-head-name = Name
indicators-head-definition = Definition
indicators-head-formula = Formula
indicators-head-unit = Unit
indicators-head-coverage = Coverage
indicators-head-interpretation = Interpretation
indicators-head-sdg = SDG
indicators-head-indicator = Indicator
indicators-head-area = Area
indicators-head-partner = Partner
indicators-head-period = Period
indicators-head-value = Value
indicators-head-status = Status
indicators-head-source = Source
indicators-head-vintage = Release
indicators-head-support = Rests on
indicators-head-code = Code
indicators-head-counts = What is counted
indicators-head-picked = Picked
indicators-head-spread = Spread, %
indicators-head-kind = Kind
indicators-head-message = Message

# Tables of results.
cli-table-format = Form of the output: csv, json, xlsx or parquet; csv if not given.
cli-table-output = File that is written; csv and json go to standard output if not given.
cli-keyness = Tell which words are typical of a text, against another.
cli-keyness-text = Text and reference, each a document or a folder; with --against all are the text.
cli-keyness-against = Documents and folders of the reference.
cli-keyness-all = Give further statistics: chi-square, differences, odds, dispersion, p, sizes of both texts.
cli-keyness-min-count = Leave out words that stand fewer than N times in both texts together.
cli-keyness-stem = Count stems in the language of each passage instead of words.
cli-keyness-language = Count passages in this language only: kk, ru or en.
cli-keyness-without-notes = Leave out editors’ notes and tables of contents of documents.
keyness-title = Words typical of a text
keyness-head-feature = Word
keyness-head-a = Count in the text
keyness-head-b = Count in the reference
keyness-head-ll = Log-likelihood, two cells
keyness-head-g2 = Log-likelihood, four cells
keyness-head-log-ratio = Log ratio
keyness-head-bic = BIC
keyness-head-q = q-value of Benjamini and Hochberg
keyness-head-dp = Deviation of proportions
keyness-head-chi2 = Chi-square
keyness-head-chi2-yates = Chi-square, Yates
keyness-head-diff = Difference in percent
keyness-head-odds = Odds ratio
keyness-head-pmi = Pointwise mutual information
keyness-head-range = Parts with the word
keyness-head-parts = All parts
keyness-head-dp-norm = Deviation of proportions, normalised
keyness-head-p = p-value of the log-likelihood
keyness-head-p-log10 = −log10 of p
keyness-head-c = Words of the text
keyness-head-d = Words of the reference
cli-scale = Place documents on one dimension by the words that they use.
cli-scale-wordscores = Find positions of documents from documents whose positions are known.
cli-scale-wordfish = Find positions of documents from their words alone.
scale-many = { $n } documents: time grows steeply with their number; wordfish may take long.
cli-scale-table = CSV with counts: document,feature,count, or a row for each document and a column for each feature; - for standard input.
cli-scale-reference = Documents whose positions are known, with these: left.txt=-1.
cli-scale-rescale = Also give positions on the scale of the known ones: lbg (over documents without a known position), lbg-all (over all) or mv.
cli-scale-direction = Two documents, of which the first gets the smaller position; the first and the last of the table if not given.
cli-scale-prior-sd = Standard deviation of the prior of beta; 3 if not given.
cli-scale-features-in-rows = The table has a row for each feature and a column for each document.
cli-scale-features = Give the parameters of features instead of positions.
cli-scale-leave-one-out = Give the positions that are found when one document after another is left out.
scale-head-document = Document
scale-head-position = Position
scale-head-se = Standard error
scale-head-lo = 95 % interval, lower end
scale-head-hi = 95 % interval, upper end
scale-head-rescaled = Position, rescaled
scale-head-rescaled-se = Standard error, rescaled
scale-head-rescaled-lo = Rescaled interval, lower end
scale-head-rescaled-hi = Rescaled interval, upper end
scale-head-known = Known position
scale-head-scored = Words with a score
scale-head-words = Words
scale-head-wide-se = Standard error with dispersion
scale-head-wide-lo = Interval with dispersion, lower end
scale-head-wide-hi = Interval with dispersion, upper end
scale-head-alpha = Alpha, length of the document
scale-head-feature = Word
scale-head-score = Score
scale-head-beta = Beta, how far the word tells documents apart
scale-head-psi = Psi, frequency of the word
scale-head-left-out = Document left out
scale-head-turned = Pairs in another order
scale-head-pairs = Pairs
scale-head-move = Move
cli-count = Count words, or categories of a dictionary, in documents.
cli-count-path = Files, or folders of files; each file is a document.
cli-count-lines = File with a document on each line; - for standard input.
cli-count-dictionary = Dictionary of categories in TOML (docs/counting.md).
cli-count-features = Count every word, over all documents.
cli-count-total = Count over all documents, not in each.
cli-count-by-document = Count every word in each document.
cli-count-passages = Each passage of a file is a document.
cli-count-stem = Compare stems of words; without =kk, =ru or =en in the language that each document is in.
cli-count-roll-up = Count tables of the dictionary, too: what categories below them count.
cli-count-every-match = Count matches of one category that share words, too; otherwise the longest of them.
cli-count-per = Add columns: words of the document, and the count per N words.
cli-count-min = Leave out rows whose count is less than N.
count-head-document = document
count-head-category = category
count-head-feature = feature
count-head-count = count
count-head-words = words
count-head-rate = rate
# The command `daryn agree`.
cli-agree = Tell how far coders agree: alpha, kappa and others, by code, unit and coder, or on spans of text.
cli-agree-file = CSV with the columns unit, coder, value; with --spans document, coder, start, end, code; - for standard input.
cli-agree-metric = How values differ: nominal, ordinal, interval or ratio; nominal if not given.
cli-agree-order = Values of an ordinal scale from the first to the last one, where they are no numbers.
cli-agree-bootstrap = Number of resamples of units for an interval of alpha; no interval if not given.
cli-agree-seed = Seed of the resamples; 1 if not given.
cli-agree-by-coder = Compare coders pair by pair, and leave each of them out, also where there are more than 20.
cli-agree-spans = Coders chose the borders themselves: agreement on characters and segments.
cli-agree-length = Number of characters of each document, where there is no column length.
cli-agree-format = Form of the output: text, json, csv, xlsx or parquet.
cli-agree-output = File that is written; needed for xlsx and parquet.
agree-title = Agreement of coders
agree-data = { $units ->
    [one] { $units } unit
   *[other] { $units } units
}, { $coders ->
    [one] { $coders } coder
   *[other] { $coders } coders
}, { $values ->
    [one] { $values } value
   *[other] { $values } values
}
agree-metric-nominal = nominal
agree-metric-ordinal = ordinal
agree-metric-interval = interval
agree-metric-ratio = ratio
agree-name-alpha = Krippendorff’s alpha, { $metric }
agree-name-percent = Share of equal pairs
agree-name-kappa = Cohen’s kappa
agree-name-linear = Kappa, linear weights
agree-name-quadratic = Kappa, quadratic weights
agree-name-fleiss = Fleiss’ kappa
agree-name-pi = Scott’s pi
agree-name-ac1 = Gwet’s AC1
agree-interval = from { $low } to { $high } in 95% of resamples ({ $repeats } resamples of units, seed { $seed })
agree-below = below 0.667 in { $low }% of resamples, below 0.800 in { $high }%
agree-undefined-repeats = resamples in which all values are the same one, so that alpha is undefined: { $n } of { $all }; they enter neither interval nor shares
agree-never-defined = alpha is defined in no resample
agree-no-bootstrap = not asked for; --bootstrap N gives it
agree-no-variation = all values are the same one: there was nothing to disagree about
agree-one-coder = only one coder gave values
agree-one-unit = only one unit has values of two coders
agree-no-pairs = no unit has values of two coders
agree-not-two-coders = it is defined for exactly two coders
agree-unequal-ratings = it needs the same number of values in every unit
agree-outside-scale = values cannot be computed with on this scale: negative, too large or too close to each other
agree-no-order = nominal values have no order
agree-nothing = there is nothing of which it could be a share
agree-not-compared = More than 20 coders: --by-coder compares them with each other.
agree-codes = By code: given or not
agree-disagreed = Units with most disagreement
agree-pairs = Pairs of coders
agree-without = Alpha without one coder
agree-code = code
agree-count = values
agree-prevalence = share
agree-alpha = alpha
agree-percent = equal pairs
agree-positive = positive
agree-negative = negative
agree-unit = unit
agree-observed = disagreement
agree-share = share of all
agree-values = values
agree-pair = coders
agree-units = units
agree-kappa = kappa
agree-coder = without
agree-span-data = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $coders ->
    [one] { $coders } coder
   *[other] { $coders } coders
}, { $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
}
agree-span-alpha-all = Alpha of all characters, uncoded is a value
agree-span-alpha-coded = Alpha of characters that anyone coded
agree-span-alpha-labels = Alpha of labels, where two coders coded
agree-span-kappa = Cohen’s kappa of all characters
agree-characters = characters
agree-by-characters = By characters; the first coder of a pair is the reference
agree-by-segments = By segments that overlap by at least half of the longer one
agree-precision = precision
agree-recall = recall
agree-f1 = F1
agree-iou = IoU
agree-combined = Characters with several codes of one coder: { $n }. In the alphas and in kappa such a combination is a value of its own.
agree-not-read = Coders without a row in a document: { $n } (first { $coder } in { $document }). They are taken not to have read it; a row with empty start, end and code says that they did.
agree-head-part = Part
agree-head-name = Name
agree-head-other = Other name
agree-head-quantity = Quantity
agree-head-value = Value
agree-head-reason = Why there is no value
# The command `daryn code`.
cli-validate = Draw passages for two people to code, and hold the rules against what they found.
cli-validate-dir = Study with texts of its documents.
cli-validate-labels = Sheets that two people filled in; the result is kept in the study and told in its report.
cli-validate-coders = Names of the two people; they write them into their sheets if not given.
cli-validate-by = What passages are drawn apart for: language (if not given) or document.
cli-validate-with = Passages drawn for each code that the rules gave, at most; 5 if not given.
cli-validate-without = Passages drawn without a code, at most; 50 if not given.
cli-validate-seed = Seed of the draw; that of the study if not given.
validate-title = Validation
validate-drawn = drawn: { $n } of { $population } passages, strata: { $strata }, seed: { $seed }
validate-without-rules = passages in a language without rules, not drawn from: { $n }
validate-files = written: { $files }
validate-how = Each person fills in the column codes of one sheet alone, without seeing the rules or the other: codes with ; between them, - where none fits. Then: daryn validate DIR --labels FILE FILE
validate-found = passages labelled by both ({ $coders }): { $n }, Krippendorff’s alpha: { $alpha }, disagreements: { $disagreements }
validate-kept = kept in the study: { $table }, { $result }; run the study again, so that its report tells it
validate-head-language = Language
validate-head-part = Part
validate-head-code = Code
validate-head-passages = Passages
validate-head-positives = Positives
validate-head-disputed = Disputed
validate-head-right = Right
validate-head-wrong = Wrong
validate-head-missed = Missed
validate-head-precision = Precision
validate-head-recall = Recall
validate-head-f1 = F1
validate-head-f1-reading-1 = F1, reading 1
validate-head-f1-reading-2 = F1, reading 2
validate-head-f1-between-readings = F1 between readings
validate-head-alpha-of-readings = Alpha of readings
validate-head-precision-low = Precision from
validate-head-precision-high = Precision to
validate-head-recall-low = Recall from
validate-head-recall-high = Recall to
validate-head-f1-low = F1 from
validate-head-f1-high = F1 to
cli-code = Give codes of a codebook to the passages of documents, by rules.
cli-code-dir = Study with texts of its documents, folder with documents, or one document.
cli-code-codebook = Codebook in TOML (docs/coding.md); the built-in one if not given.
cli-code-rules = Rules of the codebook in TOML; the built-in ones if not given.
cli-code-language = Code all passages by the rules of this language: kk, ru or en; each by those of its own if not given.
code-title = Codings
code-head-document = Document
code-head-passage = Passage
code-head-start = Start
code-head-end = End
code-head-code = Code
code-head-by = By
code-head-rule = Rule
code-head-version = Version of the rule
code-head-quote = Words
code-head-file = File
code-head-language = Language
code-head-codebook = Codebook
code-head-codebook-version = Version of the codebook
code-count = codings: { $codings }, passages: { $passages }, documents: { $documents }

cli-coder = Name of who does this; of the user of the system if not given.
cli-store-codebook = Codebook in TOML (docs/coding.md); codebook.toml of the study, or else the built-in one, if not given.
cli-import = Take in what people coded elsewhere: another program, a spreadsheet, comments in Word.
cli-import-file = Project or codebook (.qdpx, .qde, .qdc), workbook in which people coded (.xlsx), document with comments (.docx).
cli-import-dir = Study; it is made if there is none and the file is a project or a codebook.
import-new = { $counted } ({ $n } new)
import-next = documents came without the pages where they were seen: fill in source_url in the table of documents, rows: { $n }
store-count = { $what ->
    [codes] codes: { $n }
    [coders] coders: { $n }
    [documents] documents: { $n }
    [codings] codings: { $n }
    [memos] notes: { $n }
    [notes] notes on passages: { $n }
    [variables] variables: { $n }
    [cases] cases: { $n }
    [sets] sets: { $n }
    [links] links: { $n }
    [graphs] drawings: { $n }
    [removed] codings taken back: { $n }
    [noted] notes changed: { $n }
    [moved] codings moved with their words: { $n }
    [accepted] new places accepted: { $n }
   *[review] codings to be looked at: { $n }
}
cli-history = Show what was done to the codings of a study, by whom and when.
history-undone = (undone)
history-what = { $kind ->
    [import] import of { $file }
    [undo] undo of event { $event }
    [anchor] texts changed
    [coding] coding
    [memo] notes
    [code] codes
    [document] documents
    [accept] places looked at
   *[other] other
}
cli-undo = Take back what was done last to the codings of a study, or one event.
cli-undo-event = Number of the event, as `daryn history` shows it; an undo is an event, too, and can be undone.
undo-done = undone: event { $event } of { $time }, { $who } – { $what }; codings now: { $n }
undo-files = texts, rows of documents and codes that the import wrote into files of the study stay there; delete them if they are not needed
cli-codings = Show what people coded, and what of it must be looked at.
cli-codings-review = Only codings whose words are not where they were, since the text changed.
cli-codings-accept = Accept the new place of a coding by its id, or of all that have a likely one: all.
cli-codings-drop = Take a coding back by its id.
codings-title = Codings by people
codings-count = codings: { $n }, notes on passages: { $notes }, to be looked at: { $review }
codings-head-document = Document
codings-head-passage = Passage
codings-head-start = Start
codings-head-end = End
codings-head-code = Code
codings-head-by = By
codings-head-coder = Coder
codings-head-time = Time
codings-head-version = Version of the codebook
codings-head-quote = Words
codings-head-memo = Note
codings-head-id = Id
codings-head-file = File
codings-head-place = Place
codings-head-now-start = Start now
codings-head-now-end = End now
codings-head-now-quote = Words now
cli-export = Write codings for other programs, or a workbook for people to code in.
cli-export-to = File; its end says what is written: .qdpx, .qdc, .xlsx, .csv, .parquet, .jsonl, .r, .do, .sps.
cli-export-table = Table of codings: segments, matrix (documents by codes, 0 and 1), counts, cooccurrence; segments if not given and the file is no workbook.
cli-export-for = What it is for: coding (passages to be coded) or review (codings to be looked at by a supervisor) for a workbook, coding if not given; qualcoder for a project, to be told what that program changes.
cli-export-supervisor = Name of who looks at codings; with --for review.
cli-export-rules = Add what rules find: those of a file, or the built-in ones if none is named.
export-done = written: { $path }; codings of the study: { $codings }; not held or told: { $losses }
# Coding workbooks and workbooks of a review.
sheet-document = Document
sheet-passage = Passage
sheet-heading = Heading
sheet-text = Text
sheet-code = Code
sheet-memo = Memo
sheet-coder = Coder
sheet-codebook = Codebook
sheet-how = How to code
sheet-name = Name
sheet-definition = Definition
sheet-include = What to code with it
sheet-exclude = What not to code with it
sheet-example = Example
sheet-not-listed = This is not in the list. An id or a name of a code may be typed; anything else will be told as unknown. Keep it?
sheet-how-to =
    Each row is a passage. Read the heading and the text, then choose codes from the lists of the cells Code 1, Code 2 and so on; their order does not matter. A passage may have several codes or none.
    Codes may also be typed: the id or the name, in any language.
    To take a code away, empty its cell. Do not delete rows: a deleted row leaves its codings as they were.
    Write into Memo what you want to remember about a passage.
    Document, passage, heading and text are locked, since a coding is found by them. Filters, widths of columns and columns of your own do no harm. To sort rows, take the protection off first (there is no password).
    Each coder works on a sheet of their own and does not look at those of others.
    Save the file as XLSX and give it back.
review-number = No.
review-quote = Words
review-agree = Agree?
review-other-code = Other code
review-comment = Comment
review-yes = yes
review-no = no
review-sheet = Review
review-not-listed = Please choose an answer from the list, or leave the cell empty.
review-how-to =
    Each row is a coding: the words, the code, and who gave it.
    Choose yes or no in the column of agreement, or name the code that you find right in the column of the other code. A row that you leave empty stays undecided.
    Write into Comment what the coder should know.
    Save the file as XLSX and give it back.

# The command `daryn compare`.
cli-compare = Compare two texts: what was kept, edited, moved, is new or was dropped.
cli-compare-file = Old text, then new text, or the text of the same act in another language; with --line two or more in order of time.
cli-compare-line = Follow units through all files: lives, survival, novelty, words taken over.
cli-compare-unit = What is compared: article (points where there are no articles) or leaf, the smallest passages; article if not given.
cli-compare-format = Form of the output: text, json, html, csv, xlsx or parquet; text if not given.
cli-compare-output = File that is written; standard output if not given, but for xlsx and parquet.
compare-lang = en
compare-title = Comparison of two texts
compare-articles = Articles
compare-points = Points
compare-leaves = Smallest passages
compare-outside = Passages outside of these
compare-counts = { $what }: kept { $kept }, edited { $edited }, moved { $moved }, new { $new }, dropped { $dropped }
compare-differences = Numbers, dates and labels that differ between the languages: { $n }
compare-difference = { $label }, { $kind }: { $old } → { $new }
compare-difference-note = { $label }, editor’s note, { $kind }: { $old } → { $new }
compare-no-label = without a number
compare-in-note = editor’s note
compare-kind-number = number
compare-kind-date = date
compare-kind-label = label
compare-missing = not there
compare-status-kept = kept
compare-status-edited = edited
compare-status-moved = moved
compare-status-new = new
compare-status-dropped = dropped
compare-note-rewritten-under-the-same-number = rewritten under the same number
compare-note-renumbered = was { $old }, is { $new }
compare-note-edited = and edited
compare-note-out-of-order = in another order
compare-note-under-another-part = under another part
compare-note-repealed-in-old = repealed in the old text already
compare-note-repealed-in-new = repealed in the new text, nothing but a title or a notice is left
compare-changed = What changed
compare-show = Show the words
compare-old = Old text
compare-new = New text
compare-dropped-from = dropped:
compare-dropped-to = end of dropped
compare-new-from = new:
compare-new-to = end of new
compare-head-label = Label
compare-head-kind = Kind
compare-head-part = Part
compare-head-status = Status
compare-head-note = Note
compare-head-share = Share of the shorter text’s words
compare-head-old-label = Old label
compare-head-old-kind = Old kind
compare-head-old-passage = Old passage
compare-head-old-text = Old text
compare-head-new-label = New label
compare-head-new-kind = New kind
compare-head-new-passage = New passage
compare-head-new-text = New text
compare-head-old-file = Old file
compare-head-new-file = New file
compare-lives = Lives of units
compare-survival = { $from } → { $to }, { $what }: { $survived } of { $units } are still there
compare-survival-repealed = { $from } → { $to }, { $what }: { $survived } of { $units } are still there, { $repealed } of these repealed (a title with an editor’s note, or words that say so); { $before } were repealed before
compare-by-labels = matched by numbers, not by words: the texts are in two languages
compare-novelty = { $file }, window { $window }: novelty { $novelty }, transience { $transience }, resonance { $resonance } bits
compare-not-defined = not defined
compare-undefined-nothing-before = not enough documents before it
compare-undefined-nothing-behind = not enough documents behind it
compare-undefined-several-languages = the documents are in several languages
compare-undefined-no-words = a document has no words
compare-reuse = { $from } → { $to }: { $share } of the six-word sequences were taken over, passages mostly taken over: { $n }
compare-attention = { $file }, { $code }: { $n } of 1,000 words, passages: { $passages }
compare-codebook-range = { $file }, { $code }: { $n } of 1,000 words; with one rule or clue left out, { $least } at least (left out: { $least-without }), { $most } at most (left out: { $most-without })
compare-codebook-change = { $from } → { $to }, { $code }: { $before } → { $after } of 1,000 words; direction with any one rule or clue left out: { $direction }
compare-codebook-turned = { $from } → { $to }, { $code }: { $before } → { $after } of 1,000 words; direction with any one rule or clue left out: { $direction } (turned by: { $turned })
compare-coders = { $file }, { $code }: passages read { $read }; with the code by the first reader { $first }, by the second { $second }, by rules { $rules }
compare-measures = { $file }: measures that rules found { $n }; of six parts { $completeness } are found in them on average
compare-measures-none = { $file }: rules found no measure, which does not mean that there is none
compare-measures-step = { $old } → { $new }, measures: kept { $kept }, changed { $changed }, dropped { $dropped }, new { $added }
compare-measures-languages = { $old } → { $new }, measures: not matched, since the texts are not in one language that rules know
compare-more = The life of each unit with its passages: --format json or csv.
compare-head-unit = Unit
compare-head-first = Stands first in
compare-head-last = Stands last in
compare-head-edited = Edited in
compare-head-moved = Moved in
compare-head-passages = Passages

# The command `daryn features`.
cli-features = Make a package of figures of texts without their sentences, and tables from it.
cli-features-file = Texts; editions of one act in order of time.
cli-features-out = Package that is written.
cli-features-tables = Package whose tables are given.
cli-features-readings = Codes that two people gave to passages (docs/compare.md), as CSV.
cli-features-format = Form of the tables: text, json, csv, xlsx or parquet; text if not given.
features-written = { $path }: documents { $documents }, bytes { $bytes }
features-readings = Passages that two people read: { $n }; rows about other texts, left aside: { $others }

# The command `daryn measures`.
cli-measures = Policy measures out of texts: who does what by when, with what money, measured how; their review and their fate.
cli-measures-extract = Give the measures of a document with their parts, each with its place.
cli-measures-review = Accept, reject or edit proposed measures: in the terminal line by line, or through a spreadsheet.
cli-measures-confirm = Add accepted proposals to the measures of the study, with their passages.
cli-measures-match = Match measures of two documents: slipped deadlines, cut money, changed indicators and actors, dropped and new ones.
cli-measures-line = Follow measures through texts given in order of time: when each first stands, changes and is dropped.
cli-measures-line-file = Texts in order of time, all in one language.
cli-measures-file = Document: law, concept, action plan.
cli-measures-old = Older document.
cli-measures-new = Newer document.
cli-measures-bodies = Table of bodies with aliases, valid_from and successors; bodies.csv of a study.
cli-measures-from = Spreadsheet (XLSX, written by --to) or CSV file with decisions; of a CSV file the column decision: accept, reject or edit.
cli-measures-to = Workbook (XLSX) that is written: one measure a row, a decision from a list, parts that can be changed, a memo.
cli-measures-reviewer = Who reviews; stands beside each decision.
cli-measures-format = Form of the result: csv (the usual one), json, xlsx, parquet, or ig for IG Script.
measures-title = Measures
measures-match-title = Measures of two documents
measures-count = measures: { $n }
measures-match-count = kept: { $kept }, changed: { $changed }, dropped: { $dropped }, new: { $new }
measures-line-title = Lives of measures
measures-line-count = { $old } → { $new }: kept { $kept }, changed { $changed }, dropped { $dropped }, new { $added }
measures-reviewed = accepted: { $accepted }, rejected: { $rejected }, open: { $open }
measures-taken = decisions taken over: { $n }; rows that are none of these proposals: { $unknown }
measures-ask = [a]ccept, [r]eject, [e]dit, [s]kip, [q]uit?
measures-edit = Lines part=words, an empty line ends. Parts: { $parts }
measures-not-understood = not understood: { $found }
measures-not-there = not taken, these words do not stand in the passage: { $found }
measures-no-value = not taken, no date (2030-12-31), number, year or polarity: { $found }
measures-stays-open = not everything was taken, so the decision stays open
measures-confirmed = measures added to { $file }: { $n }
measures-in-several = of them accepted in several languages and added once: { $n }
measures-head-document = Document
measures-head-file = File
measures-head-passage = Passage
measures-head-start = Start
measures-head-end = End
measures-head-language = Language
measures-head-rule = Rule
measures-head-confidence = Confidence
measures-head-completeness = Known parts of six
measures-head-polarity = Must, may, must not or planned
measures-head-actor = Actor
measures-head-co-actor = Co-executor
measures-head-deontic = Deontic
measures-head-action = Action
measures-head-object = Object
measures-head-target-group = Target group
measures-head-instrument = Instrument
measures-head-instrument-class = Class of the instrument
measures-head-deadline = Deadline
measures-head-deadline-kind = Sort of deadline
measures-head-deadline-from = Deadline, from
measures-head-deadline-to = Deadline, to
measures-head-deadline-count = Deadline, units of the term
measures-head-deadline-unit = Unit of the term
measures-head-money = Money
measures-head-amount = Amount
measures-amount-for-measure = this measure
measures-amount-for-several-rows = several rows
measures-head-amount-for = Amount is for
measures-head-currency = Currency
measures-head-source = Source of funds
measures-head-indicator = Indicator
measures-head-baseline = Starting value
measures-head-baseline-year = Year of the starting value
measures-head-target-value = Target value
measures-head-target-year = Year of the target value
measures-head-unit = Unit
measures-head-target-unit = Unit of the target value
measures-head-completion = Form of completion
measures-head-condition = Condition
measures-head-places = Places
measures-head-ig = IG Script
measures-head-text = Words
measures-head-sha256 = Digest of the file
measures-head-locator = Where
measures-head-decision = Decision
measures-head-memo = Memo
measures-head-reviewer = Reviewer
measures-head-measure = Measure of the study
measures-sheet = Measures
measures-decision-accept = confirm
measures-decision-edit = change
measures-decision-reject = reject
measures-decision-open = not decided
measures-how-to =
    Each row is a measure that the program proposes: the text, and each part in the words of the text. An empty part is not stated.
    Choose in the column of the decision: confirm, if all parts are right; change, if you changed a part; reject, if it is no measure; not decided, if you leave it for later.
    A part may hold only words that stand in the passage. Copy them from the text, or empty the cell if the part is not stated there. The date of a deadline is written like 2030-12-31.
    Grey columns are for reading alone. Rows may be sorted and filtered. A row that you delete stays undecided.
    Save the file as XLSX and give it back.
measures-match-head-fate = What became of it
measures-match-head-likeness = Likeness
measures-match-head-part = Part
measures-match-head-way = How it changed
measures-match-head-old = Was
measures-match-head-new = Is
measures-match-head-since = Since
measures-match-head-old-passage = Passage of the old document
measures-match-head-new-passage = Passage of the new document
measures-match-head-measure = Measure
measures-line-head-first = First in
measures-line-head-last = Last in
measures-line-head-changes = Changes
measures-line-head-passages = Passage in each text
measures-line-head-polarity = Must, may, must not or planned
measures-line-head-measure = Measure
