# What is wrong and what to do. One message and one hint for each code.
severity-error = error
severity-warning = warning
severity-hint = hint
diag-unknown-field = unknown field `{ $field }`
diag-unknown-field-hint = { $nearest ->
    [none] known fields: { $known }
   *[other] did you mean `{ $nearest }`? Known fields: { $known }
}
diag-missing-field = required field `{ $field }` is missing
diag-missing-field-hint = add `{ $field }`; `daryn schema` shows what a record must hold
diag-wrong-type = `{ $field }` must be { $expected ->
    [id] a name of letters, digits, “-”, “_”, “.”
    [text] text
    [url] an address that begins with http:// or https://
    [integer] a whole number
    [number] a number such as 1234.5
    [yes-no] yes or no
    [date] a date
    [period] a period
    [list] a list
    [table] a table
   *[other] { $expected }
}, but is `{ $found }`
diag-wrong-type-hint = { $expected ->
    [number] write digits with a point for decimals, without spaces, commas or units; leave the cell empty where there is no value
    [integer] write digits only; leave the cell empty where there is no value
   *[other] correct the value, or leave the cell empty if the field is optional
}
diag-unknown-code = `{ $found }` is not a value of `{ $field }`
diag-unknown-code-hint = { $nearest ->
    [none] allowed values: { $known }
   *[other] did you mean `{ $nearest }`? Allowed values: { $known }
}
diag-impossible-date = `{ $found }` in `{ $field }` is not a date
diag-impossible-date-hint = write 2022, 2022-11 or 2022-11-30, and a day that exists
diag-impossible-period = `{ $found }` in `{ $field }` is not a period
diag-impossible-period-hint = write 2022, 2022-S1, 2022-Q3, 2022-M01/M09, 2023/2024 or a date; the end must not come before the start
diag-dates-out-of-order = the end comes before the start: { $found }
diag-dates-out-of-order-hint = check valid_from and valid_to
diag-open-quote = a quotation mark is never closed
diag-open-quote-hint = close the quotation mark; inside a quoted cell write it twice
diag-no-header = the file is empty
diag-no-header-hint = the first line must hold the names of the columns
diag-duplicate-column = column `{ $field }` stands twice
diag-duplicate-column-hint = remove one of the two columns
diag-wrong-field-count = { $found ->
    [one] { $found } field
   *[other] { $found } fields
} in this row, { $expected } in the header
diag-wrong-field-count-hint = put cells that hold commas into quotation marks, and keep a comma for each empty cell
diag-bad-encoding = the file is not UTF-8
diag-bad-encoding-hint = it looks like { $guess }; save it as UTF-8 (in Excel: “CSV UTF-8”)
diag-bad-toml = not valid TOML: { $reason }
diag-bad-toml-hint = texts stand in quotation marks, lists in square brackets; see toml.io
diag-duplicate-key = given twice: { $reason }
diag-duplicate-key-hint = names must be unique; rename or remove one of the two
diag-no-study = no study.toml in { $folder }
diag-no-study-hint = give the folder of a study, or make one with `daryn new NAME`
diag-path-outside = `{ $found }` does not stay inside the study folder
diag-path-outside-hint = name files relative to the study folder, with “/” between folders and without “..”
diag-file-named-twice = `{ $found }` is named twice
diag-file-named-twice-hint = name each file once under [files]
diag-missing-file = file `{ $found }` is not there
diag-missing-file-hint = create it, or remove its line under [files]
diag-unreadable-file = file `{ $found }` cannot be read: { $reason }
diag-unreadable-file-hint = close other programs that use the file and check your rights to it
diag-unnamed-file = this file is not named in study.toml
diag-unnamed-file-hint = name it under [files] (`other = [...]` for notes), so that the lock file covers it
diag-missing-translation = `{ $field }` is empty while another language has a text
diag-missing-translation-hint = add the text; until then the report shows the other language and says so
diag-dangling-reference = `{ $found }` in `{ $field }` names no record
diag-dangling-reference-hint = { $nearest ->
    [none] add the record, or correct the name
   *[other] did you mean `{ $nearest }`?
}
diag-unknown-sdg-target = `{ $found }` is not a target of the Sustainable Development Goals
diag-unknown-sdg-target-hint = write the code of a target, such as 4.b or 10.7
diag-year-outside-study = { $found } in `{ $field }` is outside the years of the study ({ $first }–{ $last })
diag-year-outside-study-hint = correct the year, or widen data_start and data_end in study.toml
diag-wrong-unit = unit `{ $found }`, but indicator { $indicator } is measured in `{ $expected }`
diag-wrong-unit-hint = convert the value, or make an indicator of its own for the other unit
diag-duplicate-observation = a second observation under one key: { $found } (first in line { $line })
diag-duplicate-observation-hint = if both were published, give each a `vintage`; otherwise remove one
diag-mixed-series = series { $found } mixes different values of `{ $field }` (other value: { $reason })
diag-mixed-series-hint = only rows that count the same thing may share a series: give the other rows a series of their own
diag-flow-without-values = { $found } (`{ $field }`) has no value between the country and a partner for { $period }
diag-flow-without-values-hint = name an indicator or series with a value of exactly this period, with the country as ref_area and a single country as partner_area; doubtful rows and groups of countries do not count
diag-flow-not-one = `{ $field }` names the indicator { $found } beside other names
diag-flow-not-one-hint = give one indicator, or only series of one indicator
diag-flow-mixed = `{ $field }` of flow { $found } mixes rows that differ in `{ $differs }` ({ $rows })
diag-flow-mixed-hint = only rows that count the same thing may be drawn together: name the series instead of the indicator
diag-flow-total = the total of `{ $field }` of flow { $found } is { $total }, but the partners seen add up to { $sum }
diag-flow-total-hint = the total is left out of the figure; check the rows against the source
diag-target-without-value = measure { $found } has no target_value or no target_year
diag-target-without-value-hint = give the measure both, or remove the target
diag-effect-without-design = { $found } has evidence of grade { $grade }: its number cannot be an effect
diag-effect-without-design-hint = write association or count in kind; an effect needs a causal design (grade A)
diag-transfer-of-other-practice = { $found } is a number of practice { $practice }, which recommendation { $recommendation } does not name
diag-transfer-of-other-practice-hint = add the practice to practices, or remove this entry
diag-match-without-words = `{ $field }` is judged `{ $found }`, but { $missing } says nothing to compare
diag-match-without-words-hint = write the missing text, or `unknown`
diag-key-of-measures = `{ $field }` of { $found } asks for something that only measures have
diag-key-of-measures-hint = practice_count looks at functions, instrument and grade; remove the key
diag-missing-parameter = { $found } lacks `{ $field }`
diag-missing-parameter-hint = the test or target cannot be looked at without it
diag-support-cycle = the support of { $found } comes back to itself
diag-support-cycle-hint = remove one of the entries in builds_on
diag-out-of-range = `{ $field }` is { $found }, expected { $expected }
diag-out-of-range-hint = correct the value
diag-empty-study = the study holds no evidence yet
diag-empty-study-hint = fill in documents.csv, measures.csv or statistics.csv; the README in the folder says how
diag-damaged-cache = a damaged entry of the cache was dropped
diag-damaged-cache-hint = nothing is lost: the stage was run again
diag-causal-word = the text says or suggests an effect: “{ $found }”
diag-causal-word-hint = describe what was seen; an effect needs a design that permits it
diag-write-failed = cannot write { $path }: { $reason }
diag-write-failed-hint = free some space or check your rights to the folder, then run again; nothing was left half-written
diag-busy = another daryn is running on this study
diag-busy-hint = wait until it has finished
diag-no-lock = there is no daryn.lock
diag-no-lock-hint = make the report first: daryn run
diag-bad-lock = daryn.lock cannot be read: { $reason }
diag-bad-lock-hint = restore it from git, or make the report anew: daryn run
diag-unreadable-folder = cannot read { $path }: { $reason }
diag-unreadable-folder-hint = check the name of the folder and your rights to it
diag-unknown-id = nothing is called { $found }
diag-unknown-id-hint = { $nearest ->
    [none] names stand in report.json and under “Evidence” in the report
   *[other] did you mean { $nearest }?
}
diag-folder-exists = { $path } exists already
diag-folder-exists-hint = choose another name; nothing was changed
diag-bad-name = { $found } cannot be the name of a study
diag-bad-name-hint = use letters, digits, spaces, “-”, “_” or “.” for the last part of the path
diag-bad-threads = the number of threads must be from 1 to 256
diag-bad-threads-hint = leave --threads out to use every core
diag-unknown-schema = there is no schema called { $found }
diag-unknown-schema-hint = schemas: { $known }
diag-output-is-input = the report would replace { $path }, a file of the study
diag-output-is-input-hint = choose another folder with --out; nothing was changed
diag-wrong-delimiter = columns are parted by `{ $found }`
diag-wrong-delimiter-hint = part columns by commas; in a spreadsheet save as “CSV UTF-8 (comma delimited)”
