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
diag-extract-file = extract { $extract }: there is no file { $found }
diag-extract-file-hint = put it into the folder `statistics`; there are: { $known }
diag-extract-component = extract { $extract }: the file has no component “{ $found }”
diag-extract-component-hint = it has: { $known }
diag-extract-empty = extract { $extract }: no observation of the file is meant
diag-extract-empty-hint = the file has { $seen }; look at the areas and years too, `daryn stats read` shows all of it
diag-extract-areas = extract { $extract }: nothing was found for { $found }
diag-extract-areas-hint = take these areas out of `areas`, or look how the file writes them
diag-extract-several = extract { $extract }: several observations of the file are { $found }
diag-extract-several-hint = they differ in { $parts }: say in `select` which one is meant
diag-extract-value = extract { $extract }: “{ $found }” ({ $place }) is no number that can be taken as it is
diag-extract-value-hint = give `decimal_mark`, or `decimals` that keep all digits; for marks of what is missing use a mapping
diag-extract-period = extract { $extract }: “{ $found }” ({ $place }) is no period
diag-extract-period-hint = say in `period` which component is the time, or take the time out of its words with a mapping
diag-extract-scale = extract { $extract }: values are multiplied by a power of ten, { $found } ({ $place })
diag-extract-scale-hint = give `scale`: the power of ten by which values become the unit of the study, 0 if none
diag-extract-status = extract { $extract }: the status “{ $found }” ({ $place }) is not known
diag-extract-status-hint = say in `statuses` which it is: { $known }
diag-extract-series = extract { $extract }: “{ $found }” cannot be the name of a series
diag-extract-series-hint = letters, digits, `-`, `_`, `.`, `+`; “{"{"}area{"}"}” and “{"{"}partner{"}"}” stand for the areas
diag-extract-percent = extract { $extract }: “{ $found }” ({ $place }) has a percent sign
diag-extract-percent-hint = `percent = true` takes percents: 12.3 of a cell that holds 0.123 and shows 12.3%
diag-extract-of-mapping = extract { $extract }: `{ $field }` has no effect where a mapping reads the file
diag-extract-of-mapping-hint = say it in the mapping
diag-extract-one-of = extract { $extract }: one of `{ $one }` and `{ $other }` is needed, not both
diag-extract-one-of-hint = `{ $one }` names the component of the file that holds it, `{ $other }` says what it is for the whole extract
diag-extract-twice = extract { $extract }: the file gives { $found } twice, in lines { $one } and { $other }
diag-extract-twice-hint = they differ in nothing that tells which one is meant; look into the file
diag-extract-mixed = extract { $extract }: the series { $found } would join different things: { $parts }
diag-extract-mixed-hint = say in `select` which one is meant, or in `differ` that the component tells nothing of what is counted
diag-extract-scales = extract { $extract }: values have different multipliers: { $found }
diag-extract-scales-hint = select them apart, each with its own `scale`; – means that none is named
diag-extract-nothing = extract { $extract }: nothing was found for its areas and years
diag-extract-nothing-hint = the file has the components { $known }; `daryn stats read` shows all of it
diag-extract-measure = extract { $extract }: none of the observations has a value
diag-extract-measure-hint = say in `value` which component holds it: { $known }
diag-extract-remark = extract { $extract }: what is said of { $found } concerns no observation
diag-extract-remark-hint = correct the period or the area of the remark, or the year of the break
diag-extract-deleted = extract { $extract }: observations that the file declares deleted were left out: { $n }
diag-extract-deleted-hint = the file is an update; take the full data set where what it changes is not at hand
diag-extract-unknown-areas = extract { $extract }: areas that are not known were left out: { $found }
diag-extract-unknown-areas-hint = give `areas` to say which are wanted, or codes in a mapping
diag-extract-break = extract { $extract }: { $found } has the status { $status } in the file and a break in `breaks`; the break is shown
diag-extract-break-hint = an observation has one status; say the other in a remark
diag-extract-more = extract { $extract }: { $n } more problems of this sort
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

# Sources from outside.
diag-source-no-downloads = the study names no list of downloads
diag-source-no-downloads-hint = write `downloads = "downloads.toml"` under [files] and one [[download]] for each source; see docs/sources.md
diag-source-unknown-source = the list of downloads has no `{ $found }`
diag-source-unknown-source-hint = { $nearest ->
    [none] sources: { $known }
   *[other] did you mean `{ $nearest }`? Sources: { $known }
}
diag-source-unknown-connector = there is no connector `{ $found }`
diag-source-unknown-connector-hint = { $nearest ->
    [none] connectors: { $known }; `file` is a plain address
   *[other] did you mean `{ $nearest }`? Connectors: { $known }
}
diag-source-unknown-query = { $connector } has no query `{ $found }`
diag-source-unknown-query-hint = { $nearest ->
    [none] queries: { $known }
   *[other] did you mean `{ $nearest }`? Queries: { $known }
}
diag-source-missing-parameter = { $connector } needs `{ $found }`
diag-source-missing-parameter-hint = add `{ $found }`, under `parameters` unless it is areas, from, to or address
diag-source-unknown-parameter = { $connector } has no place for `{ $found }`: it would be ignored in silence
diag-source-unknown-parameter-hint = { $nearest ->
    [none] what can be given: { $known }
   *[other] did you mean `{ $nearest }`? What can be given: { $known }
}
diag-source-bad-parameter = `{ $found }` would lead { $connector } to another folder
diag-source-bad-parameter-hint = write it without “.” and “..” as parts of a path
diag-source-bad-address = { $scheme ->
    [none] `{ $url }` is not an address that can be asked
   *[other] `{ $url }` is of the sort `{ $scheme }`, not http or https
}
diag-source-bad-address-hint = begin with https:// and write the host in Latin letters (xn--…), without a name or password
diag-source-import-only = this site asks programs to leave it alone: { $url }
diag-source-import-only-hint = save the page in a browser and hand it over with `daryn add FILE --as ID`; if its owner has permitted it, write `allow = "with permission"`
diag-source-robots-forbid = robots.txt of { $host } forbids programs to read { $path }
diag-source-robots-forbid-hint = save the page in a browser, or write `allow = "with permission"` if the owner has permitted it
diag-source-robots-unreachable = robots.txt of { $host } cannot be read ({ $reason }), so nothing else was asked for
diag-source-robots-unreachable-hint = try again later
diag-source-name-not-resolved = nobody knows the name { $host }
diag-source-name-not-resolved-hint = check the address and the connection to the network
diag-source-connection-refused = { $host } takes no connections
diag-source-connection-refused-hint = try again later; check the port if the address names one
diag-source-connection-failed = no connection to { $host }: { $reason }
diag-source-connection-failed-hint = check the network and, if you use one, the proxy (HTTPS_PROXY)
diag-source-connection-cut = { $host } cut the connection after { $received } bytes of { $announced }, every time
diag-source-connection-cut-hint = run the same command again: it goes on where it was cut if the server permits that
diag-source-timeout = { $host } did not answer in time ({ $reason })
diag-source-timeout-hint = try again later, or ask for less: fewer areas, fewer years
diag-source-too-slow = the server is too slow: it stopped or almost stopped after { $bytes } bytes
diag-source-too-slow-hint = try again later, or save the file in a browser and hand it over with `daryn add`
diag-source-too-large = the answer is too large: { $bytes } bytes, allowed are { $limit }
diag-source-too-large-hint = ask for less, or raise `max_bytes` under [settings] in the list of downloads
diag-source-unpacks-too-large = { $packed } bytes unpack to more than the { $limit } that are allowed
diag-source-unpacks-too-large-hint = if the file is known to be so large, raise `max_bytes` under [settings]
diag-source-wrong-length = the server announces { $announced } bytes and sends { $received }, every time
diag-source-wrong-length-hint = the file on the server may be damaged: look at it in a browser
diag-source-redirect-loop = the server sends from one address to another in a circle: { $url }
diag-source-redirect-loop-hint = open the address in a browser and give the one at which it ends
diag-source-redirects-too-many = more than { $n } redirects, the last to { $url }
diag-source-redirects-too-many-hint = open the address in a browser and give the one at which it ends
diag-source-redirect-scheme = the server sends to `{ $url }`, which is `{ $scheme }` and not http or https
diag-source-redirect-scheme-hint = nothing was opened; check the address
diag-source-redirect-downgrade = the server sends from an encrypted address to one that is not: { $url }
diag-source-redirect-downgrade-hint = if you trust the network, give that address yourself
diag-source-redirect-login = the server sends to a login page: { $url }
diag-source-redirect-login-hint = log in with a browser, save the file and hand it over with `daryn add`
diag-source-certificate-issuer = { $host } cannot be trusted: the certificate of its issuer “{ $issuer }” is missing (certificates sent: { $sent })
diag-source-certificate-issuer-hint = this is no refusal of the site. Save the certificate of “{ $issuer }” as a file{ $address ->
    [none] {""}
   *[other] {" "}(its address in the certificate of the site: { $address })
} and name it: `--ca FILE`, DARYN_CA, or `ca` under [settings]; check its fingerprint with somebody whom you trust. Certificates stay verified
diag-source-certificate-expired = the certificate of { $host } is out of date, or not yet valid
diag-source-certificate-expired-hint = check the clock of this computer; otherwise only the site can mend it
diag-source-certificate-name = the certificate of { $host } is for another name
diag-source-certificate-name-hint = check the address; otherwise only the site can mend it
diag-source-certificate-bad = no safe connection to { $host }: { $reason }
diag-source-certificate-bad-hint = check the address; a server that does not encrypt is asked with http://
diag-source-ca-unreadable = { $path } holds no certificates that can be read: { $reason }
diag-source-ca-unreadable-hint = give a file with “BEGIN CERTIFICATE” (PEM), or one certificate in the binary form (DER)
diag-source-needs-key = the place wants a key (status { $status }: { $reason })
diag-source-needs-key-hint = { $variable ->
    [none] this place answers only to those whom it knows: save the file in a browser
   *[other] get a free key from the place and put it into the variable { $variable }; it is never written down
}
diag-source-forbidden = the place refuses: status { $status }, { $reason }
diag-source-forbidden-hint = some places refuse programs that do not name a browser: set `user_agent` under [settings], or save the file in a browser
diag-source-not-found = not found: { $url } ({ $reason })
diag-source-not-found-hint = check names and codes; the place may have moved it
diag-source-gone = removed for good: { $url } ({ $reason })
diag-source-gone-hint = look for a newer address; what was stored before stays
diag-source-query-too-large = the question is too large for the place: { $reason }
diag-source-query-too-large-hint = ask for fewer areas, years or codes in one entry
diag-source-rate-limited = the place says that it was asked too often; wait: { $wait } s
diag-source-rate-limited-hint = run again after that time; what was fetched stays
diag-source-server-error = the place failed: status { $status }, { $reason }
diag-source-server-error-hint = try again later
diag-source-status = the place answered with status { $status }: { $reason }
diag-source-status-hint = check the entry; the reason is in the words of the place
diag-source-bad-http = { $host } does not speak HTTP as it should: { $reason }
diag-source-bad-http-hint = check the address and the port
diag-source-no-bytes = the answer is empty: not a single character
diag-source-no-bytes-hint = try again later, or open the address in a browser
diag-source-is-html = a page came instead of { $expected }: “{ $words }”
diag-source-is-html-hint = open the address in a browser: it may be a notice of maintenance or a changed address
diag-source-is-xml = XML came instead of { $expected }: “{ $words }”
diag-source-is-xml-hint = try again later; if it stays so, the place has changed
diag-source-is-json = JSON came instead of { $expected }: “{ $words }”
diag-source-is-json-hint = it may be an error in the words of the place; otherwise the place has changed
diag-source-is-other = something else came instead of { $expected }: “{ $words }”
diag-source-is-other-hint = open the address in a browser; check `kind` if the entry gives one
diag-source-login-page = a login page came instead of an answer: “{ $url }”
diag-source-login-page-hint = log in with a browser, save the file and hand it over with `daryn add`
diag-source-captcha = a page came that asks whether a person is there: “{ $url }”
diag-source-captcha-hint = open the address in a browser, save the file and hand it over with `daryn add`
diag-source-error-inside = an error came with the status of success: { $reason }
diag-source-error-inside-hint = the reason is in the words of the place; check names and codes
diag-source-unknown-code = the place does not know a code: { $reason }
diag-source-unknown-code-hint = check indicator and areas in the lists of the place
diag-source-hint = the place says: { $reason }
diag-source-hint-hint = the answer was stored; see whether this concerns you
diag-source-empty = the place has no rows for the question
diag-source-empty-hint = that is an answer and no error, but a wrong code looks the same in many places: check codes and years
diag-source-areas-missing = asked and not answered, areas: { $found }
diag-source-areas-missing-hint = the place has no rows for them, or other codes; this is “not seen”, not zero
diag-source-years-missing = asked and not answered, years: { $found }
diag-source-years-missing-hint = the place has no rows for them; this is “not seen”, not zero
diag-source-outside-asked = rows outside of what was asked ({ $what }): { $found }
diag-source-outside-asked-hint = the place ignored `{ $what }` in silence, or calls it otherwise; check its name and codes
diag-source-comes-later = the place is still making the file: { $reason }
diag-source-comes-later-hint = run again later, or ask for less
diag-source-cut = the { $kind } ends too soon, after { $bytes } bytes
diag-source-cut-hint = nothing was stored; run again
diag-source-unreadable = the { $kind } cannot be read: { $reason }
diag-source-unreadable-hint = try again later; if it stays so, the place has changed
diag-source-nul-padding = padding at the end was cut off ({ $bytes } bytes)
diag-source-nul-padding-hint = nothing to be done: the log keeps the digest of the bytes as they came
diag-source-bom = the text begins with a byte order mark
diag-source-bom-hint = nothing to be done: readers skip it
diag-source-charset = the header says { $said }, the text looks like { $looks }
diag-source-charset-hint = the bytes were stored as they came; see whether letters are right when it is read
diag-source-layout = the layout has changed: `{ $found }` is not there
diag-source-layout-hint = look at the answer in a browser; the connector needs an update
diag-source-not-looked-into = { $bytes } bytes were stored without looking into them: too many
diag-source-not-looked-into-hint = ask for less in one entry so that areas and years can be checked
diag-source-total-changed = the number of rows changed between pages: { $was }, then { $now } on page { $page }
diag-source-total-changed-hint = the place was being updated: run again
diag-source-page-repeated = page { $page } is page { $earlier } once more
diag-source-page-repeated-hint = the place ignores the number of the page: ask for less in one entry
diag-source-page-empty = page { $page } is empty; rows so far: { $rows } of { $total }
diag-source-page-empty-hint = where all rows are there it harms nothing; otherwise run again
diag-source-rows-missing = the place announced rows: { $total }, and gave: { $rows }
diag-source-rows-missing-hint = run again; nothing was stored
diag-source-too-many-pages = the answer has more than { $n } pages
diag-source-too-many-pages-hint = ask for less in one entry
diag-source-unsafe-name = a file name would lead out of its folder: { $found }
diag-source-unsafe-name-hint = an archive with such a name is not stored; of a file only the last part of its name is kept
diag-source-not-stored = not in the store: { $url }
diag-source-not-stored-hint = fetch it once without --offline
diag-source-damaged = the stored bytes are not the ones that were stored ({ $reason }): { $path }
diag-source-damaged-hint = fetch the source again, or bring the file back from a copy
diag-source-log-torn = the last line of the log was not written to its end
diag-source-log-torn-hint = nothing to be done: it is dropped with the next entry
diag-source-log-damaged = a line of the log cannot be read: { $reason }
diag-source-log-damaged-hint = bring the log back from a copy, or fetch the source again; the bytes themselves are kept by digest
diag-source-file-unreadable = { $path } cannot be read: { $reason }
diag-source-file-unreadable-hint = give a file that exists and that you may read
diag-source-added-already = these bytes are stored already under the name { $found }
diag-source-added-already-hint = nothing was added: the same bytes are one source
diag-source-bad-name = { $found } cannot be the name of a source
diag-source-bad-name-hint = use letters, digits, “-”, “_”, “.” or “+”
diag-unknown-column = there is no column `{ $found }`
diag-unknown-column-hint = { $nearest ->
    [none] look at the head line of the table
   *[other] did you mean `{ $nearest }`?
}
diag-key-not-unique = a second row with the key { $found } (first in line { $line })
diag-key-not-unique-hint = name more columns with --key, or choose rows with --where
diag-source-no-release = no release { $found } of { $source } is stored
diag-source-no-release-hint = get it with `daryn fetch` or `daryn add`; `daryn vintages` lists what is stored
diag-source-keys-twice = the name `{ $found }` stands twice in one object
diag-source-keys-twice-hint = the last of the two is taken; look at the answer and see whether that is right
diag-source-git-missing = git is not installed here
diag-source-git-missing-hint = install git, or take the texts out of the repository and keep them with `daryn add`
diag-source-git-failed = git cannot read { $path }: { $reason }
diag-source-git-failed-hint = give the folder of a clone under `repository`, relative to the study
diag-source-git-no-path = no commit of { $found } touches { $path }
diag-source-git-no-path-hint = write the path as it stands in the repository, with “/” between folders
diag-source-no-key = the connector of { $found } does not say what tells one row from another
diag-source-no-key-hint = compare the two files: daryn revisions OLD NEW --key A,B --value V
diag-source-many-releases = more than one release of { $source } begins with { $found }
diag-source-many-releases-hint = write more of the digest, as `daryn vintages` shows it
diag-source-in-pages = the answer of { $found } came in several pages, and no file of a study can be made of them
diag-source-in-pages-hint = ask for it in one page, or take `file` out of its entry
diag-source-git-shallow = the clone { $path } lacks older commits, so there may be more editions
diag-source-git-shallow-hint = get the whole history: git fetch --unshallow
diag-read-unreadable = the file cannot be read: { $reason }
diag-read-unreadable-hint = check that the file exists and that you may read it; close it in other programs
diag-read-too-large = the file is larger than { $limit } MB
diag-read-too-large-hint = split the document, or save only its text
diag-read-unsupported = a file of this format is not read: { $format }
diag-read-unsupported-hint = open it and save it as DOCX, HTML or TXT, then read that file
diag-read-damaged = the file is damaged and cannot be read as { $format }{ $part ->
    [none] {""}
   *[other] : { $part }
}
diag-read-damaged-hint = open it in the program that made it and save it again, or download it again
diag-read-no-part = this calls itself { $format }, but it has no { $part }
diag-read-no-part-hint = open it in the program that made it and save it again
diag-read-bomb = it unpacks to more than { $limit } MB and was not read further
diag-read-bomb-hint = a document of this size holds no so much text; take it from its source again
diag-read-zip-path = a name in the archive leads out of its folder and was passed over: { $name }
diag-read-zip-path-hint = nothing is unpacked to the disk; still, find out where the file comes from
diag-read-zip-twice = a name stands in the archive more than once: { $name }; programs may show different texts
diag-read-zip-twice-hint = open the file, save it again and compare
diag-read-password = the file is protected by a password ({ $format })
diag-read-password-hint = open it with the password, save it without one and read that file
diag-read-legacy = the old format { $format } of Word is not read
diag-read-legacy-hint = open it and save it as DOCX, or run `soffice --headless --convert-to docx FILE`
diag-read-workbook = this is a workbook ({ $format }), not a document of text
diag-read-workbook-hint = save its sheets as CSV and add them as tables of the study
diag-read-slides = these are slides ({ $format }), not a document of text
diag-read-slides-hint = save them as DOCX (outline) or PDF and read that file
diag-read-archive = this is an archive ({ $format }), not a document
diag-read-archive-hint = unpack it and read the files in it
diag-read-owner-file = this is not a document: Word puts such a file beside one that is open
diag-read-owner-file-hint = close Word, or leave out names that begin with `~$`
diag-read-in-use = another program holds the file open
diag-read-in-use-hint = close it there (often in Word) and read it again
diag-read-rtf-braces = braces do not match; the text was read as far as it goes
diag-read-rtf-braces-hint = compare the end of the text with the file
diag-read-wrong-name = the name says { $claimed }, but the bytes are { $found }; it was read as { $found }
diag-read-wrong-name-hint = rename the file
diag-read-no-text = no text was found
diag-read-no-text-hint = open the file and look whether it shows text; a page may need to be saved after it is fully loaded
diag-measures-no-such-day = { $passage }: no such day: { $found }
diag-measures-no-such-day-hint = the deadline is given without days; look whether the act or its text is wrong
diag-measures-money-shared = { $passage }: one amount for several rows of the plan: { $found }
diag-measures-money-shared-hint = it may not be the money of this measure alone; do not add it up row by row
diag-measures-sum-of-several = { $count ->
    [one] the amount of { $found } ({ $money }) stands in a cell of the plan that covers several rows
   *[several] one amount of the plan ({ $money }) stands in several rows: { $found }
}
diag-measures-sum-of-several-hint = the plan gives it once for several of its rows; do not add it up measure by measure
diag-measures-no-currency = { $passage }: an amount without a currency: { $found }
diag-measures-no-currency-hint = the amount is given without one; say it in the head of the column, or edit the proposal
diag-measures-bad-decision = no decision: { $found }
diag-measures-bad-decision-hint = write accept, reject or edit, or leave the cell empty
diag-measures-no-column = the table has no column `{ $field }`
diag-measures-no-column-hint = write the proposals with `daryn measures review --output`, and fill in that table
diag-measures-no-table = the study has no table of measures
diag-measures-no-table-hint = add `measures = "measures.csv"` to [files] of study.toml, and the file with its head
diag-measures-no-document = accepted measures of a document that is none of the study: { $found }
diag-measures-no-document-hint = give the text a row in the table of documents; the proposal stays
diag-measures-not-compared = measures of { $found } were accepted in several languages at places without numbers, or with numbers that stand several times; these were not compared, and each is a row of its own
diag-measures-not-compared-hint = compare them; where two rows are one measure, delete one and reject its proposal
diag-measures-other-words = { $found } was added as a measure of its own: { $other }, which stood at this place of the document, has other words
diag-measures-other-words-hint = the text has changed, or somebody wrote the words of the row anew; if they are one measure, delete one row and reject its proposal
diag-measures-perhaps-twice = { $found } may be the same measure as { $other }, which was accepted in another language of the document; each is a row of its own
diag-measures-perhaps-twice-hint = compare them; if they are one, delete one row and reject its proposal
diag-measures-not-there = these words do not stand in the passage, or are no value of `{ $part }`: { $found }
diag-measures-not-there-hint = copy the words from the text; a date is written like 2030-12-31; nothing of the table was taken
diag-measures-sheet-no-manifest = the workbook does not say which measures it holds: its hidden sheet `_measures` is not there
diag-measures-sheet-no-manifest-hint = write it anew with `daryn measures review --to`, and copy the decisions into it
diag-measures-sheet-no-heads = no sheet has the columns of the review of measures
diag-measures-sheet-no-heads-hint = give the heads of number and decision back their words, in one of the first 50 rows
diag-measures-sheet-unknown-row = sheet “{ $sheet }”, cell { $cell }: the workbook has no measure of this number: { $found }
diag-measures-sheet-unknown-row-hint = the row is not taken; copy its decision into the row of the right measure
diag-measures-sheet-row-twice = on the sheet “{ $sheet }” measure { $number } stands twice (first in row { $first }), with the same words
diag-measures-sheet-row-twice-hint = it was taken once
diag-measures-sheet-rows-differ = on the sheet “{ $sheet }” measure { $number } stands twice (first in row { $first }), and the rows say different things
diag-measures-sheet-rows-differ-hint = neither row is taken; leave one of them and read the file again
diag-measures-sheet-row-gone = measures whose rows were deleted: { $n }
diag-measures-sheet-row-gone-hint = they stay as they were; what was not decided stays undecided
diag-measures-sheet-edited = sheet “{ $sheet }”, cell { $cell }: a locked cell of measure { $number } was changed
diag-measures-sheet-edited-hint = the change is not taken, the rest of the row is; look whether the row is still about this measure
diag-measures-sheet-bad-decision = sheet “{ $sheet }”, cell { $cell }: no decision of the list: { $found }
diag-measures-sheet-bad-decision-hint = choose one from the list in the cell; of the row the memo alone is taken
diag-measures-sheet-not-there = sheet “{ $sheet }”, cell { $cell }: these words do not stand in the passage: { $found }
diag-measures-sheet-not-there-hint = the row is not decided; copy the words of `{ $part }` from the text, or empty the cell if it is not stated
diag-measures-sheet-bad-value = sheet “{ $sheet }”, cell { $cell }: no value of `{ $part }`: { $found }
diag-measures-sheet-bad-value-hint = the row is not decided; a date is written like 2030-12-31, a year with four digits, a number with digits, a polarity as in the list
diag-measures-sheet-nothing-changed = sheet “{ $sheet }”, cell { $cell }: measure { $number } is to be changed, but no part of it is
diag-measures-sheet-nothing-changed-hint = the row is not decided; change a part, or confirm it
diag-measures-sheet-undecided = sheet “{ $sheet }”, cell { $cell }: parts of measure { $number } were changed, but nothing is decided
diag-measures-sheet-undecided-hint = the changed parts are not taken; choose “change” in the column of the decision
diag-measures-sheet-conflict = sheet “{ $sheet }”, cell { $cell }: measure { $number } was decided otherwise in the meantime: { $found }
diag-measures-sheet-conflict-hint = what the study has stays; decide together, and write the workbook anew to change it
diag-read-charset = some bytes are no letters of { $charset } and were replaced
diag-read-charset-hint = save the file as UTF-8
diag-read-too-many-parts = the file has too many parts for its size: reading it would take too much memory
diag-read-too-many-parts-hint = split the document, or save only its text
diag-read-too-deep = the page is nested too deeply to be read
diag-read-too-deep-hint = save the page as text
diag-read-more-pages = the document has more than one page, { $n } in all; this is one of them
diag-read-more-pages-hint = get all pages with `daryn fetch`
diag-read-left-out = the text holds not all words of the page: about { $percent } % were left out as head, foot or menu
diag-read-left-out-hint = compare the end of the text with the page; where words are missing, copy the text of the page into a DOCX or TXT file and read that
diag-read-pdf-password = the PDF is locked with a password
diag-read-pdf-password-hint = open it with the password, save it without one, then read that file: `qpdf --password=... --decrypt FILE.pdf NEW.pdf`
diag-read-encryption = the PDF is encrypted in a way that is not read
diag-read-encryption-hint = open it in a PDF program and print it to a new PDF, then read that file
diag-read-pdf-broken = the PDF is damaged and cannot be read
diag-read-pdf-broken-hint = get the file again; if other programs open it, save it anew from there or try `qpdf FILE.pdf NEW.pdf`
diag-read-pdf-too-much = reading stopped, since the file unpacks to far more than its size allows; not read: page { $pages }
diag-read-pdf-too-much-hint = print the file to a new PDF, or split it with `qpdf`, then read that
diag-read-page-broken = damaged contents or fonts, which were left out: page { $pages }
diag-read-page-broken-hint = open these pages in another program; if they are shown there, print them to a new PDF
diag-read-page-without-text = no text that can be read: page { $pages }; it is a picture, or its letters have no code
diag-read-page-without-text-hint = recognise the text, for example `ocrmypdf -l kaz+rus FILE.pdf NEW.pdf` (with `--force-ocr` where letters are garbled), or put the recognised text beside the file as FILE.pdf.txt, with a form feed between pages
diag-read-ocr-used = text comes from the recognised text beside the file: page { $pages }
diag-read-ocr-used-hint = compare quotations from these pages with the picture: recognised text has mistakes
diag-read-repaired = letters were put right in { $n ->
    [one] { $n } place
   *[other] { $n } places
}: look-alike letters of another script { $homoglyphs }, letters in the place of Kazakh ones { $substitutes }, words in a wrong charset { $mojibake }
diag-read-repaired-hint = `--format json` lists every place with what was printed there (`repairs`)
diag-read-anchor = this line is no anchor
diag-read-anchor-hint = each line is an object with `quote` (or `match`), and what stands before and behind it, as `daryn search --format json` prints it
diag-read-kazakh-script = { $n ->
    [one] { $n } passage is
   *[other] { $n } passages are
} in Kazakh in { $script ->
    [Latn] Latin
   *[other] Arabic
} letters and will be called `other`
diag-read-kazakh-script-hint = take the edition in Cyrillic letters, or convert the text: Kazakh words are known in Cyrillic only

## Texts of documents in a study
diag-text-not-whole = this text of { $document } was not read whole, so it shows nothing
diag-text-not-whole-hint = see the other messages about the file; get the whole text, then run again
diag-text-too-short = this text of { $document } has { $n } characters and neither articles nor points; it is not taken for the whole document
diag-text-too-short-hint = put the full text in its place
diag-text-unlike = the name says { $document }, but neither its title nor its number and day stand at the beginning
diag-text-unlike-hint = look whether this is the right text; it is used as it is
diag-text-of-another = the name says { $document }, but the beginning is that of { $found }; the text is not used
diag-text-of-another-hint = rename the file after the document that it holds
diag-text-of-none = no document of the study is recognised in this text
diag-text-of-none-hint = begin the name of the file, or of its folder, with the id of the document, as in `{ $nearest }.html`
diag-text-of-several = this text may be of more than one document: { $known }
diag-text-of-several-hint = begin the name of the file, or of its folder, with the id of its document
diag-documents-missing = there is no folder { $path }
diag-documents-missing-hint = give the folder that holds the texts
diag-text-stands-there = the study holds another { $document } text under this name
diag-text-stands-there-hint = remove or rename the file in `texts`, then add again
diag-search-no-word = there is no word in the query `{ $query }`
diag-search-no-word-hint = write at least one word, or use `--regex` to look for marks
diag-search-star = in the query `{ $query }`, a `*` stands before or inside a word at character { $at }
diag-search-star-hint = write `*` at the end of a word, or alone for any one word; `--regex` can look for ends of words
diag-search-pattern = the regular expression `{ $query }` is wrong at character { $at }, at `{ $here }`: { $kind ->
    [group-unclosed] a round bracket is not closed
    [group-unopened] a round bracket is closed that was not opened
    [class-unclosed] a square bracket is not closed
    [class-range] a range of letters is not one
    [repetition-missing] there is nothing here to be repeated
    [repetition-count] a number of repetitions is not one
    [escape] there is no such escape
    [look-around] looking ahead or behind is not supported
    [back-reference] references to an earlier group are not supported
    [property] there is no such class of letters
    [too-deep] it is nested too deeply
   *[other] it cannot be understood
}
diag-search-pattern-hint = correct it there; put a `\` before a mark that stands for itself
diag-search-pattern-large = the regular expression `{ $query }` is too large
diag-search-pattern-large-hint = repeat less often: a number of repetitions multiplies what is repeated
diag-search-damaged = the index was damaged and is made anew
diag-search-damaged-hint = nothing is lost; if it comes again, check the disk

# Statistics: codes of areas, output of tables
diag-stats-area-unknown = no area is known by the name or code `{ $name }`
diag-stats-area-unknown-hint = correct it, or leave it: its values are kept under the source's own name
diag-stats-area-unknown-near = no area is known by the name or code `{ $name }`; the nearest known name is { $nearest }
diag-stats-area-unknown-near-hint = if { $nearest } is meant, write it so; daryn does not guess
diag-stats-area-several = the name or code `{ $name }` has several meanings
diag-stats-area-several-hint = use the ISO 3166-1 alpha-3 code of the area that is meant
diag-stats-workbook-too-large = a sheet has room for 1048576 rows and 16384 columns; the table needs { $rows } rows and two more for its head, and { $columns } columns
diag-stats-workbook-too-large-hint = write CSV, Parquet or Arrow, or take fewer rows
diag-stats-workbook-not-written = the workbook could not be written: { $problem }
diag-stats-workbook-not-written-hint = check the folder and the free space, then write it again
diag-stats-workbook-cells-cut = cells that were cut because a cell holds at most { $letters } letters: { $cells }
diag-stats-workbook-cells-cut-hint = CSV, Parquet and Arrow keep the whole text

## Official statistics: SDMX-ML, places, tables
diag-stats-unreadable = the file cannot be read: { $reason }
diag-stats-unreadable-hint = check that the file is there and whole; if it was downloaded, download it again
diag-stats-unknown = this is no format of official statistics that is known
diag-stats-unknown-hint = look into the file: a service may have answered with an error or a web page in place of data
diag-stats-xml-encoding = the file is in the encoding { $name }; only UTF-8 is read
diag-stats-xml-encoding-hint = convert it, for example `iconv -f { $name } -t UTF-8`, and change the encoding in its first line
diag-stats-xml-deep = elements stand in each other deeper than in any message; reading stopped at byte { $at }
diag-stats-xml-deep-hint = get the file from its source again; what stood before this place was read
diag-stats-xml-long = one element, text or observation is larger than any that is published; reading stopped at byte { $at }
diag-stats-xml-long-hint = get the file from its source again; what stood before this place was read
diag-stats-xml-cut = the file ends in the middle, at byte { $at }
diag-stats-xml-cut-hint = download it again; what stood before this place was read
diag-stats-xml-broken = this is not well-formed XML, at byte { $at }
diag-stats-xml-broken-hint = get the file from its source again, or look at this place in an editor
diag-stats-xml-end = the element `{ $name }` should end here, at byte { $at }, and another one does
diag-stats-xml-end-hint = get the file from its source again, or correct this place
diag-stats-xml-bytes = bytes that are not UTF-8, at byte { $at }
diag-stats-xml-bytes-hint = the file was damaged or saved in another encoding; get it from its source again
diag-stats-xml-entity = `{ $name }` stands for something that is defined nowhere, at byte { $at }
diag-stats-xml-entity-hint = only `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;` and numbers of characters can be resolved
diag-stats-xml-dtd = the file declares a document type; such files are not read, since they can grow without bound
diag-stats-xml-dtd-hint = SDMX never has one: this may be an error page, or a file made to do harm
diag-stats-xml-twice = the attribute `{ $name }` stands twice in one element, at byte { $at }
diag-stats-xml-twice-hint = it cannot be told which value is meant; get the file from its source again
diag-stats-xml-behind = something stands behind the end of the message and was not read
diag-stats-xml-behind-hint = two files may have been joined: split them and read each
diag-stats-sdmx-unknown = the first element is `{ $name }`; this is no message of SDMX-ML 2.1 or 3.0 that is read
diag-stats-sdmx-unknown-hint = ask the service for SDMX-ML 2.1, for example with `Accept: application/vnd.sdmx.structurespecificdata+xml;version=2.1`
diag-stats-sdmx-error = the service answered with an error{ $number ->
    [none] {""}
   *[other] { " " }{ $number }
}: { $text }
diag-stats-sdmx-error-hint = change the query as the answer says; 100 means that nothing was found
diag-stats-sdmx-footer = the service notes{ $number ->
    [none] {""}
   *[other] { " " }{ $number }
}: { $text }
diag-stats-sdmx-footer-hint = 413 means that the data will be in a file at the address that is given: get it later
diag-stats-sdmx-structure-ref = a data set names the structure `{ $name }`, which the header does not have
diag-stats-sdmx-structure-ref-hint = the only structure of the header is used, or none; compare the names with the source
diag-stats-sdmx-other-structure = the data follow { $named }; the structure given is { $used }
diag-stats-sdmx-other-structure-hint = the structure given was used; if it is not the right one, give that of { $named }
diag-stats-sdmx-group-late = what is said of a group stands behind observations; those before it do not have it
diag-stats-sdmx-group-late-hint = SDMX has groups first; ask the source, or put them before the series
diag-stats-sdmx-groups = there are more groups, or more kinds of groups, than any data set has
diag-stats-sdmx-groups-hint = ask the source for a part of the data
diag-stats-sdmx-components = more components than any structure has; reading stopped at byte { $at }
diag-stats-sdmx-components-hint = the file may have been made to do harm; get it from its source again
diag-stats-sdmx-series-empty = series without any observation: { $n }; they give no row
diag-stats-sdmx-series-empty-hint = the answer may hold keys only (`detail=serieskeysonly`): ask for the data
diag-stats-cite-other-file = { $id } is of another file, or of another release of it: this one begins with { $found }
diag-stats-cite-other-file-hint = get the file that was cited; its SHA-256 begins with the digits before the colon
diag-stats-cite-outside = the file has no place { $id }
diag-stats-cite-outside-hint = compare it with the last column of `daryn stats read`
diag-stats-csv-columns = the table would have { $n } columns, more than can be used
diag-stats-csv-columns-hint = the file may not be what it seems; look into it

# Statistics as CSV and JSON: SDMX-CSV, SDMX-JSON and formats of single services.
diag-stats-stream = the file cannot be read to its end: { $reason }
diag-stats-stream-hint = check the disk, or download the file again
diag-stats-json-broken = at byte { $at }, { $what ->
    [cut] the file ends in the middle of the JSON
    [deep] objects and lists are nested too deeply
    [long] a text or list is longer than any in official statistics
   *[mark] there is a character that JSON does not allow here
}
diag-stats-json-broken-hint = download the file again; if it is the same, tell its publisher
diag-stats-json-twice = the name `{ $name }` comes twice in one object; both values were kept where they are observations, else it is not certain which one holds
diag-stats-json-twice-hint = compare with the publisher’s page, and tell the publisher
diag-stats-markup = the answer is a page (XML or HTML), not JSON
diag-stats-markup-hint = open it in a browser: it mostly says why the service did not answer; then try again later
diag-stats-not-utf8 = at byte { $at } there is something that is not UTF-8
diag-stats-not-utf8-hint = save the file as UTF-8
diag-stats-record-long = the record at byte { $at } is longer than any record of statistics; a quote may not be closed
diag-stats-record-long-hint = check the quotes before this place
diag-stats-shape = this is no { $format }: it lacks `{ $missing }`
diag-stats-shape-hint = check that the whole file was saved, and that it is what was asked for
diag-stats-unpacks = it unpacks to more than { $limit } MB and was not read further
diag-stats-unpacks-hint = a table of this size holds no so much data; take it from its source again
diag-stats-archive = the archive is damaged or protected by a password: { $reason }
diag-stats-archive-hint = download it again, or unpack it and give the tables in it
diag-stats-more = problems of the kind `{ $code }` that are not listed: { $count }
diag-stats-more-hint = the ones above show what is meant
diag-stats-table-empty = the table is empty: there is not even a row of names
diag-stats-table-empty-hint = check that the whole file was saved
diag-stats-table-ragged = the record has { $found } fields where the table has { $expected } columns; it was not read
diag-stats-table-ragged-hint = look for a separator or a quote too many or too few
diag-stats-table-bytes = the record holds bytes that are not UTF-8; they are shown as �
diag-stats-table-bytes-hint = save the file as UTF-8
diag-stats-padded = the file ends with NUL characters; what stands behind the first one was not read
diag-stats-padded-hint = nothing is to be done if the service fills up its files so; otherwise download it again
diag-stats-column-twice = the column `{ $name }` comes twice; values of both were kept
diag-stats-column-twice-hint = rename or remove one of the two
diag-stats-action = `{ $found }` is no action of SDMX; the row is taken as information
diag-stats-action-hint = allowed are Information, Append, Merge, Replace, Delete and their first letters
diag-stats-extra-column = this cell of a column of daryn’s own cannot be understood: { $found }
diag-stats-extra-column-hint = write the file again with daryn; do not edit columns whose names begin with DARYN_
diag-stats-sdmx-json-index = `{ $component }` has no value number { $index }; the number itself was kept
diag-stats-sdmx-json-index-hint = the structure in the file does not fit its data; tell its publisher
diag-stats-service-error = { $service } answers with an error: { $text }
diag-stats-service-error-hint = correct the query as the text says, or try again later
diag-stats-service-remark = UIS remarks ({ $code }): { $text }
diag-stats-service-remark-hint = what is meant was not found, and is missing from the answer
diag-stats-service-empty = the answer holds no data
diag-stats-service-empty-hint = no data and a wrong code look alike here: check the codes that were asked for
diag-stats-no-rows = the file holds no observations
diag-stats-no-rows-hint = a table that is only announced and a question with a wrong code look alike: see what was asked for
diag-stats-only-names = the file holds names of codes, and no observations
diag-stats-only-names-hint = get the data, too; these names belong to them
diag-stats-service-part = this is only a part of the answer: { $part } of { $all }
diag-stats-service-part-hint = get the other pages, too, or ask for more on one page
diag-stats-lists-unequal = a series has { $found } values for { $expected } periods; only pairs were read
diag-stats-lists-unequal-hint = download it again; if it is the same, tell its publisher
diag-stats-place-beyond = a value stands at place { $place }, where the table has none; it was not read
diag-stats-place-beyond-hint = the sizes of the dimensions do not fit the values; tell the publisher
diag-stats-package-path = the path `{ $path }` leads out of the folder of the package and was not followed
diag-stats-package-path-hint = put the table into the folder of the package and name it by its path there
diag-stats-package-other = `{ $path }` is no table of separated values and was not read
diag-stats-package-other-hint = give the data as CSV
diag-stats-package-missing = the table `{ $path }` of the package is not there
diag-stats-package-missing-hint = put it beside datapackage.json as the path says
diag-stats-package-hash = the table `{ $path }` is not the one whose digest the package gives
diag-stats-package-hash-hint = take the package from its source again

## Workbooks, separated values and tables with a mapping; Open SDG
diag-stats-sheet-unreadable = the file cannot be read: { $reason }
diag-stats-sheet-unreadable-hint = check the path and the permissions
diag-stats-sheet-damaged = the workbook is damaged, seen in its part `{ $part }`; observations before the damage were read
diag-stats-sheet-damaged-hint = get the file again, or open it in a spreadsheet program and save it as XLSX
diag-stats-sheet-too-much = reading stopped: a part of the file unpacks to, or one element of it is longer than, { $limit } MB
diag-stats-sheet-too-much-hint = if the file is what it should be, save the sheet that you need as a workbook of its own
diag-stats-sheet-locked = the workbook is protected by a password, or is of the format of Excel 97 to 2003
diag-stats-sheet-locked-hint = open it in a spreadsheet program and save it as XLSX without a password
diag-stats-sheet-too-deep = elements stand in each other deeper than in any workbook; reading stopped
diag-stats-sheet-too-deep-hint = open the file in a spreadsheet program and save it as XLSX
diag-stats-sheet-hidden = the sheet `{ $sheet }` is hidden; it was read
diag-stats-sheet-hidden-hint = look whether its figures are meant for the public; if not, take its table out of the mapping
diag-stats-sheet-hidden-cells = table `{ $table }`: values in hidden rows or columns: { $n }, the first in { $cell }; they were read
diag-stats-sheet-hidden-cells-hint = look whether they are meant for the public; `skip` in the mapping leaves them out
diag-stats-sheet-no-value = table `{ $table }`: formulas without a value in the file: { $n }, the first in { $cell }; they give no observations
diag-stats-sheet-no-value-hint = open the workbook in a spreadsheet program, let it calculate, and save it
diag-stats-sheet-error-values = table `{ $table }`: cells that hold an error such as { $text }: { $n }, the first is { $cell }; they count as missing
diag-stats-sheet-error-values-hint = ask the publisher for a corrected file
diag-stats-mapping-toml = this is not TOML: { $reason }
diag-stats-mapping-toml-hint = correct the line; texts stand in quotation marks
diag-stats-mapping-key = a mapping has no key `{ $key }` here
diag-stats-mapping-key-hint = possible here: { $known }
diag-stats-mapping-value = the value of `{ $key }` cannot stand there
diag-stats-mapping-value-hint = expected: { $expected }
diag-stats-mapping-lacks = the key `{ $key }` is lacking
diag-stats-mapping-lacks-hint = add it; docs/statistics-mapping.md describes all keys
diag-stats-mapping-no-sheet = there is no sheet `{ $sheet }` for the table `{ $table }`
diag-stats-mapping-no-sheet-hint = sheets of this file: { $sheets }
diag-stats-mapping-no-begin = table `{ $table }`: no cell of `{ $sheet }` holds `{ $text }`, where the table should begin
diag-stats-mapping-no-begin-hint = compare the words with the file; `begins` and `contains` ask for a part of them only
diag-stats-mapping-no-end = table `{ $table }`: no cell of `{ $sheet }` below the beginning holds `{ $text }`; the table was read to the end of the sheet
diag-stats-mapping-no-end-hint = compare the words with the file, and look whether notes were read as data
diag-stats-mapping-no-column = table `{ $table }`: no column of `{ $sheet }` has the head { $columns } in the row in which the table begins
diag-stats-mapping-no-column-hint = compare the heads with the file, or name the columns by letters
diag-stats-mapping-no-head = table `{ $table }`: rows or values without a head that the mapping asks for: { $n }, the first at { $cell }: { $text }; they were not read
diag-stats-mapping-no-head-hint = let the head `fill` the empty cells, make it `optional`, or `skip` the row or the column
diag-stats-mapping-ambiguous = table `{ $table }`: values that may be one of two numbers: { $n }, the first in { $cell }: { $text }
diag-stats-mapping-ambiguous-hint = say `decimal_mark = ","` or `decimal_mark = "."` in the mapping
diag-stats-mapping-text-values = table `{ $table }`: values that are neither numbers nor known marks: { $n }, the first in { $cell }: { $text }; they are kept as texts
diag-stats-mapping-text-values-hint = name marks in `missing` or `flags`, or let the table end earlier
diag-stats-mapping-merged-values = table `{ $table }`: values in merged cells: { $n }, the first in { $cell }; each was read once, for its first row and column
diag-stats-mapping-merged-values-hint = look whether it holds for all that is merged
diag-stats-mapping-nothing = table `{ $table }`: no observation was found on `{ $sheet }`
diag-stats-mapping-nothing-hint = look where the table begins and ends, and which rows and columns hold heads
diag-stats-mapping-no-fixed = no cell of `{ $sheet }` gives the value of `{ $component }`; observations were read without it
diag-stats-mapping-no-fixed-hint = compare the words and the pattern with the file, or give the value
diag-stats-mapping-no-code = the mapping has no code of `{ $component }` for `{ $text }`; the text itself is used
diag-stats-mapping-no-code-hint = add a line to `[table.codes.{ $component }]`
diag-stats-desa-sheet = the heads of the sheet `{ $sheet }` are not those of the migrant stock; it was not read
diag-stats-desa-sheet-hint = read it with a mapping, if it is needed
diag-stats-desa-no-table = no sheet holds a table of the international migrant stock
diag-stats-desa-no-table-hint = take a workbook of 2019, 2020 or 2024 from the UN Population Division, or read this one with a mapping
diag-stats-separated-empty = the file is empty
diag-stats-separated-empty-hint = get it again
diag-stats-separated-fields = the record has { $found } fields, and the first row names { $expected } columns; it was not read
diag-stats-separated-fields-hint = correct the record, for example a separator too many or a quotation mark that is missing: what stands in which column cannot be told
diag-stats-separated-letters = some bytes are no letters of { $charset }; they are shown as �
diag-stats-separated-letters-hint = find out the charset, and save the file as UTF-8
diag-stats-open-sdg-no-data = the folder has no `data/*.csv`
diag-stats-open-sdg-no-data-hint = give the folder that holds `data`, `meta` and `translations`
diag-stats-open-sdg-beside = this workbook lies among the data, but the platform is built from CSV only; it was not read
diag-stats-open-sdg-beside-hint = compare it with the CSV of the same indicator, if there is one
diag-stats-open-sdg-words = this YAML cannot be read: { $reason }; its words are lacking
diag-stats-open-sdg-words-hint = correct the line
diag-stats-open-sdg-no-columns = the first row does not name the columns `Year` and `Value`; the file was not read
diag-stats-open-sdg-no-columns-hint = write the header as Open SDG asks for it
diag-stats-open-sdg-fields = fields in the record: { $found }, in the header: { $expected }; the record was not read, since its value may stand under another column
diag-stats-open-sdg-fields-hint = correct the record in the source, and tell its publisher
diag-stats-open-sdg-no-value = records without a value: { $n }; they give no observations
diag-stats-open-sdg-no-value-hint = nothing need be done: they are announced, but not filled in
diag-stats-open-sdg-no-label = codes without a name in any language: { $n }, for example `{ $code }`
diag-stats-open-sdg-no-label-hint = add them to the files in `translations`

# The command `daryn stats`.
diag-stats-other-workbook = a workbook of the format { $format } is not read
diag-stats-other-workbook-hint = save it as XLSX, or run `soffice --headless --convert-to xlsx FILE`; places then count in the new file
diag-stats-unpack = an archive of files that are read one by one, among them `{ $entry }`
diag-stats-unpack-hint = unpack it, and give the files that you need
diag-stats-sdmx-group-idle = groups to which no observation belongs: { $n }; without a structure it cannot be told which of their attributes are the key
diag-stats-sdmx-group-idle-hint = give the structure with `--structure`: then what they say stands in its rows
diag-stats-separated-quote = the quotation mark that opens on this line is not closed before the file ends; nothing from this record on was read
diag-stats-separated-quote-hint = close it, or double it if it is a part of the text; check that the whole file was saved
diag-stats-separated-above = lines above the names of the columns, which stand on line { $head }: { $n }, the first: { $text }; they are titles or remarks and were not read
diag-stats-separated-above-hint = nothing need be done if the names of the columns are right
diag-stats-separated-head-only = the file holds only the names of columns ({ $columns }) and no record
diag-stats-separated-head-only-hint = check that the whole file was saved, and that something was found for what was asked
diag-stats-separated-twice = two columns are called `{ $name }`; the second one stands as `{ $other }`
diag-stats-separated-twice-hint = rename or remove one of the two
diag-stats-several-measures = both `{ $used }` and `{ $other }` may be the value; `{ $used }` is taken, `{ $other }` stands as a column
diag-stats-several-measures-hint = rename the column that is not the value, or name the right one in a mapping
diag-stats-several-periods = both `{ $used }` and `{ $other }` may be the time; `{ $used }` is taken, `{ $other }` stands as a column
diag-stats-several-periods-hint = rename the column that is not the time, or name the right one in a mapping
diag-stats-no-measure = none of the columns is known to be the value: { $columns }; OBS_VALUE is empty
diag-stats-no-measure-hint = call it `OBS_VALUE` or `value`, or name it in a mapping (docs/statistics-mapping.md)
diag-stats-remarks-aside = { $entry } says something of indicators, areas or values and holds no observations; records that were not read: { $n }
diag-stats-remarks-aside-hint = look into this file where the table needs explaining
diag-stats-values-short = the list has { $found } values where the sizes of the dimensions ask for { $expected }; those at the end are lacking
diag-stats-values-short-hint = download the file again; if it is the same, tell its publisher
diag-stats-package-encoding = the package names the encoding `{ $name }`, which is not read; its table was left out
diag-stats-package-encoding-hint = save the table as UTF-8, and name this encoding in datapackage.json
diag-stats-period-academic = all times are like `{ $example }`: these may be academic years, but in SDMX `2010-11` is November 2010, and so they are read
diag-stats-period-academic-hint = if academic years are meant, say `academic = true` in the extract of a study, or write `2010/2011`
diag-stats-beside-exists = the data of the script would replace { $path }, which was not made for it; nothing was written
diag-stats-beside-exists-hint = choose another name with `--output`, or move that file away
diag-stats-catalogue = a list of tables of ILOSTAT: it holds no observations
diag-stats-catalogue-hint = choose a table by its `id`, and get that table from ILOSTAT
diag-stats-sdmx-csv-codes = SDMX-CSV has no place for codes, and nothing else stands in this message
diag-stats-sdmx-csv-codes-hint = write them with `--format csv`
diag-stats-needs-mapping = a table made for people: what stands where in it cannot be told from the file alone
diag-stats-needs-mapping-hint = describe it in a mapping and give it with `--mapping`; docs/statistics-mapping.md shows how
diag-stats-folder = the folder holds neither `datapackage.json` nor a repository of Open SDG
diag-stats-folder-hint = give a file, or the folder that holds `data`, `meta` and `translations`
diag-indicators-twice = `{ $indicator }` stands here for the second time
diag-indicators-twice-hint = keep one of the two; the first stands on line { $first }
diag-indicators-bad-unit = the unit `{ $unit }` is made of `{ $found }`, which cannot be read
diag-indicators-bad-unit-hint = write base units with `*` and `/` between them: `person`, `USD/person`, `1` for a share
diag-indicators-unknown-name = there is no entry `{ $found }` of the kind `{ $kind }`
diag-indicators-unknown-name-hint = add it, or correct the name{ $nearest ->
    [none] {""}
   *[other] ; the nearest known one is { $nearest }
}
diag-indicators-formula = the formula of `{ $indicator }` cannot be read at character { $at }: `{ $formula }` (found: `{ $found }`)
diag-indicators-formula-hint = use names of indicators, numbers, `+ - * /`, brackets and functions such as `total(X)`
diag-indicators-function = the formula of `{ $indicator }` uses the unknown function `{ $found }`: `{ $formula }`
diag-indicators-function-hint = known functions: { $known }
diag-indicators-units = the formula of `{ $indicator }` adds what does not fit: `{ $left }` and `{ $right }` in `{ $formula }`
diag-indicators-units-hint = only values of one unit can be added or subtracted; divide or multiply to change the unit
diag-indicators-units-result = the formula of `{ $indicator }` gives `{ $found }`, its unit is `{ $expected }`: `{ $formula }`
diag-indicators-units-result-hint = correct the formula or the unit of the indicator; percent and per million are shares, `1`
diag-indicators-formula-unknown = the formula of `{ $indicator }` needs `{ $found }`, which no indicator is called: `{ $formula }`
diag-indicators-formula-unknown-hint = add the indicator or correct the name{ $nearest ->
    [none] {""}
   *[other] ; the nearest known one is { $nearest }
}
diag-indicators-cycle = formulas need each other in a circle: { $way }
diag-indicators-cycle-hint = one of them must be observed, or computed from something else
diag-indicators-period = `{ $found }` is no period; rows left out: { $rows }
diag-indicators-period-hint = write a year, `2022-S1`, `2023-Q1`, `2017-M01/M09` or `2023/2024`
diag-indicators-value = `{ $found }` is no number; rows left out: { $rows }
diag-indicators-value-hint = write a number with a point, or leave the cell empty where there is no value
diag-indicators-unit-unknown = the unit `{ $found }` is not known; rows: { $rows }
diag-indicators-unit-unknown-hint = add it to `[[unit]]` in `indicators.toml`; until then its values are not compared or computed with
diag-indicators-unit-other = the unit of the rows does not fit the indicator: { $found }; rows: { $rows }
diag-indicators-unit-other-hint = give the code an indicator of its own in `indicators.toml`, or correct the unit
diag-indicators-area = no area is known by `{ $found }`; it is kept under this name
diag-indicators-area-hint = use the ISO 3166-1 code of the area if a country is meant
diag-indicators-no-area = rows name no area; rows of this sort: { $rows }
diag-indicators-no-area-hint = say in `indicators.toml` whose figures they are: `[folder]`, `area = "KAZ"`
diag-indicators-folder = { $path } is no folder
diag-indicators-folder-hint = give a study, or a folder with files of statistics
diag-indicators-nothing = no file in { $path } holds observations
diag-indicators-nothing-hint = observations have a period, a value and a code in columns such as `indicator`, `ref_area`, `time_period`, `obs_value`; describe others with `[[layout]]` in `indicators.toml`
diag-indicators-no-observations = no observations were found in the file; it is left out
diag-indicators-no-observations-hint = nothing is to be done if it is a table of names or of other things
diag-indicators-damaged = the file is empty or damaged; it is left out
diag-indicators-damaged-hint = no format of statistics has such bytes: download or save the file again
diag-indicators-area-unknown = no area is known by `{ $found }`
diag-indicators-area-unknown-hint = use a code or a name: KAZ, 398, Kazakhstan{ $nearest ->
    [none] {""}
   *[other] ; the nearest known name is { $nearest }
}
diag-indicators-unknown = no indicator or code is called `{ $found }`
diag-indicators-unknown-hint = see `daryn indicators list`{ $nearest ->
    [none] {""}
   *[other] ; the nearest known name is { $nearest }
}
diag-indicators-output = { $path } is a folder
diag-indicators-output-hint = give the name of a file
diag-stats-several-structures = a structure message is read alone: its codes are a table of their own
diag-stats-several-structures-hint = read it by itself, or give it with `--structure` to the data
diag-stats-no-structure = no data structure is defined in this message
diag-stats-no-structure-hint = give a message that holds `DataStructure` with its components, not only a reference to it
diag-stats-cite-id = this is no name of a place: { $id }
diag-stats-cite-id-hint = take it from the last column of `daryn stats read`, for example 3fb2a1c0:1234-1290
diag-stats-cite-no-bytes = { $id } is a cell of a table of a document; no bytes of the file are its text
diag-stats-cite-no-bytes-hint = open the document: the letters and the number behind @ are column and row of the table

# Keyness and scaling.
diag-keyness-no-words = there are no words in { $path }
diag-keyness-no-words-hint = both sides of a comparison must have words: look at the text with `daryn read`
diag-keyness-no-words-of-language = there are no words in this language in { $path }
diag-keyness-no-words-of-language-hint = compare without `--language`, or look at the languages with `daryn read --format json`
diag-keyness-one-part = the text has one part only: `dp` of its words is 0 and says nothing
diag-keyness-one-part-hint = lines are the parts of a plain text: put each paragraph on a line of its own
diag-keyness-languages = the two sides are not in one language: { $target } against { $reference }; words are key because of their language
diag-keyness-languages-hint = compare passages in one language: `--language ru`
diag-features-form = { $path } is not a package of features: { $reason }
diag-features-form-hint = make it anew with `daryn features FILE... --out PACKAGE`
diag-features-version = { $path } is of version { $version }, this program knows version { $own }
diag-features-version-hint = make it anew with this program, or use the program that made it
diag-features-unknown = { $path } names what it does not hold: { $name }
diag-features-unknown-hint = the package was changed by hand or damaged; make it anew with `daryn features FILE... --out PACKAGE`
diag-features-twice = { $path }: { $name } stands twice where it may stand once
diag-features-twice-hint = the package was changed by hand or damaged; make it anew with `daryn features FILE... --out PACKAGE`
diag-features-left-out = { $path }: the unit { $name } stands in no pair, so counts of what became of units would be wrong
diag-features-left-out-hint = the package was cut or damaged; make it anew with `daryn features FILE... --out PACKAGE`
diag-features-unfit = { $path }: the passage { $name } stands in a pair that does not fit it
diag-features-unfit-hint = kept, edited and moved units stand on both sides, new ones in the new text, dropped ones in the old text, and each is a unit of its text; make the package anew with `daryn features FILE... --out PACKAGE`
diag-features-steps = { $path }: { $name } and the text behind it are not aligned exactly once by articles and once by leaves
diag-features-steps-hint = the package was cut or damaged; make it anew with `daryn features FILE... --out PACKAGE`
diag-features-reader = { $path } was made with version { $reader } of reading, this program has version { $own }: the same text may be divided into other passages
diag-features-reader-hint = make it anew with `daryn features FILE... --out PACKAGE` before packages are compared
diag-features-same-file = { $path } is named twice: tables of a package tell texts by their files
diag-features-same-file-hint = name each text once; copies in other folders have names of their own
diag-features-readings-columns = the table of readings lacks columns: { $missing }
diag-features-readings-columns-hint = it needs sha256, start, end, reading_1 and reading_2; other columns may stand beside them
diag-features-readings-place = `{ $start }` and `{ $end }` are no place in a text
diag-features-readings-place-hint = give code points of the text as `daryn read` numbers them: first one, and the one behind the last
diag-features-readings-code = `{ $found }` is no code of the codebook
diag-features-readings-code-hint = { $nearest ->
    [none] codes are parted by semicolons; leave the cell empty, or write -, where no code fits
   *[other] perhaps `{ $nearest }` is meant
}
diag-features-readings-twice = the passage { $passage } was read in a row before
diag-features-readings-twice-hint = leave one row for each passage
diag-features-readings-no-passage = no passage of the text goes from { $start } to { $end }; the row is left out
diag-features-readings-no-passage-hint = another version of reading may divide the text otherwise; `daryn read FILE --format json` gives the passages

diag-measures-bodies-columns = this is no table of bodies: it lacks the column id, or a column of names
diag-measures-bodies-columns-hint = it needs id and one of name_en, name_ru, name_kk, aliases, as bodies.csv of a study has them
diag-measures-languages = { $old } is in { $old_language }, { $new } in { $new_language }: measures are matched by their words, so nothing was matched
diag-measures-languages-hint = give two texts in one language that rules know (kk, ru, en); numbers and dates of two languages are compared by `daryn compare`
diag-package-missing = a package is named, but the file { $found } is not there
diag-package-missing-hint = make it with `daryn features FILE... --out { $found }`, or remove the row
diag-table-empty = the table has no rows
diag-table-empty-hint = the first line names the columns, and each line behind it is a row
diag-scale-few = documents: { $documents }; so few say little. When one of them is left out, up to { $turned } of { $pairs } pairs of documents change their order, and a document moves by up to { $move }, or { $errors } of its standard errors. The mean 95 % interval is { $width } % as wide as the range of all positions, and too narrow: the choice of documents is not in it
diag-scale-few-hint = `--leave-one-out` shows what rests on each document; read the documents themselves before you trust their order
diag-scale-few-alone = documents: { $documents }; so few say little, and what rests on each of them cannot be told, because without it the others cannot be scaled. The mean 95 % interval is { $width } % as wide as the range of all positions
diag-scale-few-alone-hint = read the documents themselves before you trust their order
diag-scale-no-words = the table has not enough counts: at least one document and two features that occur are needed
diag-scale-no-words-hint = write it with `daryn count --features --by-document`, or as `document,feature,count`
diag-scale-too-large = the counts are too large to be added exactly
diag-scale-too-large-hint = check the table: there are more than 9 quadrillion words in it
diag-scale-empty-document = the document `{ $document }` has no words
diag-scale-empty-document-hint = take it out of the table: it has no position
diag-scale-too-few-documents = documents: { $documents }; at least { $needed } are needed
diag-scale-too-few-documents-hint = with two documents the positions would follow from the scale alone; add documents
diag-scale-too-few-references = fewer than two documents have known positions
diag-scale-too-few-references-hint = give at least two: `--reference left.txt=-1 right.txt=1`
diag-scale-equal-references = all known positions are the same
diag-scale-equal-references-hint = give documents that are known to differ
diag-scale-reference = this is no document with a position: `{ $reference }`
diag-scale-reference-hint = write the name as in the table, `=` and a number: `left.txt=-1`
diag-scale-reference-twice = the document `{ $document }` has two known positions
diag-scale-reference-twice-hint = give one of them
diag-scale-unknown-document = the table has no document `{ $document }`
diag-scale-unknown-document-hint = { $nearest ->
    [none] write the name as it stands in the table
   *[other] did you mean `{ $nearest }`?
}
diag-scale-no-shared-words = the document `{ $document }` shares no word with those whose positions are known; it has no position
diag-scale-no-shared-words-hint = check that it is in the same language, or add documents with known positions
diag-scale-no-variation = the documents use words in the same proportions, so that nothing tells them apart
diag-scale-no-variation-hint = check that they are different documents
diag-scale-direction = these are no two documents of the table: `{ $direction }`
diag-scale-direction-hint = write two names with a comma between them: `--direction left.txt,right.txt`
diag-scale-no-direction = no direction was given: `{ $low }` gets a smaller position than `{ $high }`
diag-scale-no-direction-hint = the scale has no direction of its own; fix it with two documents that you know: `--direction LOW,HIGH`
diag-scale-prior = the standard deviation of the prior is not a positive number
diag-scale-prior-hint = leave it out, then it is 3
diag-scale-equal-scores = the documents got the same raw score, so that there is nothing to rescale
diag-scale-equal-scores-hint = use raw positions, without `--rescale`
diag-scale-one-document = rescaling needs at least two documents without a known position
diag-scale-one-document-hint = use `--rescale mv`, or `--rescale lbg-all` as quanteda does
diag-scale-twice = `{ $feature }` of the document `{ $document }` was counted in line { $first }, too
diag-scale-twice-hint = keep one of the two rows
diag-scale-name-twice = the name `{ $name }` stands in line { $first }, too
diag-scale-name-twice-hint = give each document and each feature a name of its own
diag-scale-no-count = a count is lacking
diag-scale-no-count-hint = write 0 where the word was looked for and does not occur: an empty cell does not say so
diag-scale-bad-count = `{ $value }` is no count
diag-scale-bad-count-hint = counts are whole numbers that are not negative; if features stand in rows, add `--features-in-rows`
diag-scale-not-converged = the search did not end at a maximum; the largest component of the gradient is { $gradient }
diag-scale-not-converged-hint = take out words that occur in one document only, or make `--prior-sd` smaller
diag-scale-absent-words = words that occur nowhere and were left out: { $n }
diag-scale-absent-words-hint = nothing need be done
diag-scale-overdispersed = words vary more than the Poisson model allows: the dispersion factor is { $factor }, so that its standard errors are { $wider } times too small
diag-scale-overdispersed-hint = use the columns that begin with `wide_`
diag-scale-no-interval = no interval is given for document `{ $document }`: it has one scored word, or all of its scored words have the same score
diag-scale-no-interval-hint = the formula gives a standard error of zero, which does not mean that the position is certain
# The command `daryn count`.
diag-count-not-patterns = `{ $text }` is not a list of patterns
diag-count-not-patterns-hint = write a list of texts in quotation marks, for example category = ["word*", "two words"]
diag-count-empty-pattern = the pattern `{ $text }` holds no word
diag-count-empty-pattern-hint = a pattern needs a letter, a digit, `*` or `?`; remove it or complete it
diag-count-category-twice = the category `{ $text }` is there twice
diag-count-category-twice-hint = a category below a table is called by both names with a point between; rename one of the two
diag-count-pattern-twice = the pattern `{ $text }` is twice in the category `{ $category }`
diag-count-pattern-twice-hint = it is counted once; remove one of the two
diag-count-pattern-split = the pattern `{ $text }` is understood as `{ $words }`: marks are borders of words
diag-count-pattern-split-hint = if this is meant, write it so, with spaces; for a part of a number or of a word with marks in it, put `*` or `?` for the mark, for example `3?5*`
diag-count-no-pattern = the category `{ $text }` has no pattern that could be counted
diag-count-no-pattern-hint = its count is always zero; give it a pattern without `!`, or remove it
diag-count-no-category = the dictionary holds no category
diag-count-no-category-hint = write at least one, for example category = ["word*", "two words"]
diag-count-not-utf8 = the dictionary is not in UTF-8
diag-count-not-utf8-hint = save the file as UTF-8
diag-count-utf16 = the file is in UTF-16; lines are read in UTF-8
diag-count-utf16-hint = save the file as UTF-8
diag-count-line-not-utf8 = lines that hold bytes that are not UTF-8: { $many }; this is the first one
diag-count-line-not-utf8-hint = the bytes were taken for marks between words; if letters are lost, save the file as UTF-8
diag-count-nul = lines that hold the char U+0000: { $many }; this is the first one
diag-count-nul-hint = it was taken for a mark between words; check that the file is a text and not something else
# Codings that people made, and the result of a validation, in a study.
diag-codings-line = the line is no coding: { $reason }
diag-codings-line-hint = a line is a JSON object with document, start, end, code, by, coder and quote
diag-codings-unknown-code = `{ $found }` is no code of the codebook that can be given; the coding is not counted
diag-codings-unknown-code-hint = { $nearest ->
        [none] name a code of the codebook
       *[other] did you mean `{ $nearest }`? A code with codes below it is not given itself
    }
diag-codings-no-text = the study has no text of `{ $document }` that was read whole; the coding is not counted
diag-codings-no-text-hint = put the text into the folder texts, or correct the id of the document
diag-codings-moved = the words of the coding do not stand at { $start } in a text of `{ $document }`; it is not counted
diag-codings-moved-hint = the text was changed since; code the passage { $passage } again
diag-validation-unreadable = the result of the validation cannot be read: { $reason }
diag-validation-unreadable-hint = make it again with `daryn validate DIR --labels FILE...`
# Validation of rules by two people.
diag-validation-drawn = a sample was drawn already
diag-validation-drawn-hint = hold labels against it with --labels; to draw another one, move this file and the sheets to another place
diag-validation-sheet-there = { $path } is there already
diag-validation-sheet-there-hint = it may hold the work of a coder: move it to another place first
diag-validation-no-passage = there is no passage to draw: the study has no text that was read whole and that rules can code
diag-validation-no-passage-hint = put texts of the documents into the folder texts, and give more than 0 with --with and --without
diag-validation-no-frame = no sample was drawn in this study
diag-validation-no-frame-hint = draw one with `daryn validate DIR`, and let two people fill in its sheets
diag-validation-frame-changed = the sample is not the one that was drawn: the file was changed
diag-validation-frame-changed-hint = bring back the file as it was written; the labels are of that sample only
diag-validation-text-changed = the text was changed since the sample was drawn
diag-validation-text-changed-hint = bring back the text, or draw a new sample
diag-validation-rules-changed = codebook or rules are others than when the sample was drawn; those of now are measured
diag-validation-rules-changed-hint = rules that were written with knowledge of the labels are not measured by them any more: draw a new sample for that
diag-validation-columns = the sheet lacks columns: { $missing }
diag-validation-columns-hint = fill in a sheet that `daryn validate DIR` wrote; it has unit, coder and codes
diag-validation-unknown-unit = `{ $found }` is no passage of this sample
diag-validation-unknown-unit-hint = give the sheets that were written with this sample, and leave the column unit as it is
diag-validation-unknown-code = `{ $found }` is no code that can be given
diag-validation-unknown-code-hint = { $nearest ->
        [none] take codes from validation.codes.csv, with ; between them; - where none fits
       *[other] did you mean `{ $nearest }`? Codes stand in validation.codes.csv
    }
diag-validation-none-and-code = `{ $found }` says that no code fits and names codes
diag-validation-none-and-code-hint = write either codes or -
diag-validation-no-coder = nobody is named as the coder of { $unit }
diag-validation-no-coder-hint = write the name of the person into the column coder
diag-validation-unit-twice = { $coder } labelled { $unit } twice
diag-validation-unit-twice-hint = leave one of the two rows
diag-validation-one-coder = { $n ->
        [0] nobody labelled a passage
       *[other] only one person labelled passages: { $found }
    }
diag-validation-one-coder-hint = two people are needed, each with a name and a sheet of their own
diag-validation-coders = labels of { $n } people: { $found }
diag-validation-coders-hint = exactly two are compared; write the name of a person in the same way everywhere
diag-validation-no-label = no passage was labelled by both people ({ $n } in the sample): { $units }
diag-validation-no-label-hint = fill in the column codes: codes, or - where none fits; an empty cell is a passage that nobody looked at
diag-validation-missing = passages that were not labelled by both people and are left out: { $n } ({ $units })
diag-validation-missing-hint = an empty cell is a passage that nobody looked at; write - where no code fits
diag-validation-stratum-lost = strata of which no passage was labelled by both: the result says nothing of { $n } of { $of } passages
diag-validation-stratum-lost-hint = let both people label the passages that are left
# Codebooks and their rules.
diag-coding-bad-colour = `{ $found }` in `{ $field }` is no colour
diag-coding-bad-colour-hint = write six hexadecimal digits behind `#`, for example "#28599f"
diag-coding-study-rules = the study has a codebook of its own and no rules for it
diag-coding-study-rules-hint = name rules as code_rules in [files] of study.toml, or give --codebook and --rules
diag-coding-no-code = the codebook holds no code
diag-coding-no-code-hint = write at least one [[code]] with id and name
diag-coding-code-twice = the code `{ $code }` is there twice (first in line { $first })
diag-coding-code-twice-hint = rename one of the two; rules and codings name a code by its id
diag-coding-unknown-parent = `{ $parent }`, the parent of `{ $code }`, is no code
diag-coding-unknown-parent-hint = { $nearest ->
    [none] add the code above, or remove `parent`
   *[other] did you mean `{ $nearest }`?
}
diag-coding-circle = codes stand above each other in a circle: { $way }
diag-coding-circle-hint = remove `parent` of one of them
diag-coding-name-twice = `{ $other }` and `{ $code }` have the same parent and the same name: { $name }
diag-coding-name-twice-hint = rename one of the two, so that people can tell them apart
diag-coding-name-ambiguous = `{ $other }` and `{ $code }` have the same name under different parents: { $name }
diag-coding-name-ambiguous-hint = this is allowed; where people see the name alone they cannot tell which one is meant
diag-coding-no-rule = the file holds no rule
diag-coding-no-rule-hint = write at least one [[rule]] with id, code and language
diag-coding-empty-term = in `{ $rule }` this holds no word: { $text }
diag-coding-empty-term-hint = write words, a part of a word with `*`, or `@` and the id of a clue
diag-coding-unknown-clue = `{ $rule }` names `@{ $clue }`, but there is no such clue in its language
diag-coding-unknown-clue-hint = { $nearest ->
    [none] add a [[clue]] with this id and language
   *[other] did you mean `@{ $nearest }`?
}
diag-coding-bad-near = a pair in `near` of `{ $rule }` cannot be looked for
diag-coding-bad-near-hint = give words, not clues, as `a` and `b`, and 1 or more as `within`
diag-coding-asks-nothing = `{ $rule }` does not say what must be there
diag-coding-asks-nothing-hint = give `any`, `all`, `near` or `forms`; what must not be there is not enough
diag-coding-rule-twice = `{ $rule }` is there twice (first in line { $first })
diag-coding-rule-twice-hint = rename one of the two; codings name the rule that gave them
diag-coding-clue-circle = clues wait for each other: { $way }
diag-coding-clue-circle-hint = remove one of the clues that name each other
diag-coding-clue-deep = clues below `{ $clue }` stand in each other more than { $most } deep
diag-coding-clue-deep-hint = name words in fewer steps
diag-coding-clue-in-scope = `{ $rule }` names `{ $clue }` in `{ $place }`, but a clue says itself where it looks
diag-coding-clue-in-scope-hint = name the clue in `any`, `all` or `none` without `{ $place }`, and write `{ $place }` in the clue
diag-coding-negated-term = in `{ $rule }` an exclamation mark does not exclude: { $text }
diag-coding-negated-term-hint = write the words in `none`, without the mark
diag-coding-lost-marks = in `{ $rule }` signs of “{ $text }” mean nothing; looked for is: { $words }
diag-coding-lost-marks-hint = a term knows `*`, `?` and `=` in a word, `^` before and `$` behind all words, and `@` before a clue
diag-coding-never-given = `{ $rule }` waits for `{ $code }`, which no rule of its language gives
diag-coding-never-given-hint = add a rule that gives it, or remove the condition: in `requires` it is never met, in `unless` it excludes nothing
diag-coding-no-language = passages whose language was not recognised, not coded: { $n }
diag-coding-no-language-hint = if all of them are in one language, name it with --language
diag-coding-without-rules = passages in a language without rules, not coded: { $n } ({ $languages })
diag-coding-without-rules-hint = add rules for this language, or leave these documents out
diag-coding-unknown-code = `{ $rule }` names the code `{ $code }`, which the codebook does not have
diag-coding-unknown-code-hint = { $nearest ->
    [none] add the code to the codebook, or correct the rule
   *[other] did you mean `{ $nearest }`?
}
diag-coding-code-circle = codes wait for each other by `requires` and `unless`: { $way }
diag-coding-code-circle-hint = remove one of these conditions, so that one code can be decided first
diag-coding-other-version = the rules were written for { $found }, the codebook is { $expected }
diag-coding-other-version-hint = check that the definitions still fit, then change `codebook_version` in the rules
diag-coding-other-codebook = the rules are for { $found }, the codebook is { $expected }
diag-coding-other-codebook-hint = give the rules of this codebook with --rules
# Coding in spreadsheets and in Word, review, merge.
diag-sheet-damaged = the file is no workbook (XLSX), or is damaged{ $part ->
    [none] {""}
   *[other] , seen in its part `{ $part }`
}
diag-sheet-damaged-hint = open it in a spreadsheet program and save it as XLSX; rows before the damage were read, codings of the others stay as they were
diag-sheet-too-much = a part of the workbook unpacks to more than { $limit } MB; it was not read
diag-sheet-too-much-hint = a coding workbook is not so large; take the file from its sender again
diag-sheet-locked = the workbook is protected by a password, or is of the format of Excel 97 to 2003
diag-sheet-locked-hint = open it in a spreadsheet program and save it as XLSX without a password
diag-sheet-too-deep = elements stand in each other deeper than in any workbook; reading stopped
diag-sheet-too-deep-hint = open the file in a spreadsheet program and save it as XLSX
diag-sheet-no-manifest = the workbook does not say which passages it holds: its hidden sheet `_manifest` is not there
diag-sheet-no-manifest-hint = only workbooks that `daryn export` wrote can be read; if the sheet was deleted, copy what was coded into a new one
diag-sheet-other-form = the workbook was written by another version of the program, or its hidden sheet was changed
diag-sheet-other-form-hint = write a new workbook and copy what was coded into it
diag-sheet-manifest-damaged = rows of the hidden sheet that were changed and are not used: { $n }
diag-sheet-manifest-damaged-hint = write a new workbook and copy into it what was coded in these passages
diag-sheet-other-codebook = the workbook is for the codebook { $found }, the codebook is { $expected }
diag-sheet-other-codebook-hint = codes of the same id or name were taken; compare their definitions
diag-sheet-other-version = the workbook was written for version { $found } of the codebook, which is now { $expected }
diag-sheet-other-version-hint = new codings name the version of the workbook; check that the definitions still fit
diag-sheet-no-heads = the heads of the columns of the sheet “{ $sheet }” are not found
diag-sheet-no-heads-hint = put them back as they were, in one of the first 50 rows; codings of this sheet stay as they were
diag-sheet-no-column = the sheet “{ $sheet }” has not all of its columns any more: “{ $column }”
diag-sheet-no-column-hint = what stood in it stays as it was; put the column back if it was deleted by mistake
diag-sheet-no-coder = it is not known who coded on the sheet “{ $sheet }”; it was not read
diag-sheet-no-coder-hint = write the name of the coder into the column of coders of each row
diag-sheet-new-coder = the sheet “{ $sheet }” names a coder for whom the workbook was not written: { $coder }
diag-sheet-new-coder-hint = the codings were taken as this person’s; if the name is misspelt, correct it and read the file again
diag-sheet-coder-twice = { $coder } has two sheets: “{ $first }” and “{ $sheet }”
diag-sheet-coder-twice-hint = codes of both were taken together; if one is another person’s, put their name into its column of coders
diag-sheet-coder-missing = the workbook has no row of { $coder } any more
diag-sheet-coder-missing-hint = this person’s codings stay as they were
diag-sheet-row-missing = rows of { $coder } that were deleted: { $n } (passages { $passages })
diag-sheet-row-missing-hint = codings of these passages stay as they were; to take a code away, empty its cell and keep the row
diag-sheet-row-twice = on the sheet “{ $sheet }” the passage { $passage } of { $document } stands twice (first in row { $first })
diag-sheet-row-twice-hint = codes and memos of both rows were taken together; delete one of the two
diag-sheet-row-without-passage = sheet “{ $sheet }”, cell { $cell }: something is written in a row that names no passage: { $found }
diag-sheet-row-without-passage-hint = it was not taken; move it to the row of its passage
diag-sheet-own-columns = sheet “{ $sheet }”: words in columns that are none of the form: { $n ->
    [one] { $n } cell, { $first }
   *[other] { $n } cells, the first is { $first }
}
diag-sheet-own-columns-hint = they were not taken; what is to be kept belongs into the memo
diag-sheet-memo-error = sheet “{ $sheet }”, cell { $cell }: the formula of a memo failed: { $found }
diag-sheet-memo-error-hint = the memo of before was kept; write it as text
diag-sheet-unknown-passage = sheet “{ $sheet }”, cell { $cell }: the workbook was not written with the passage { $passage } of { $document }
diag-sheet-unknown-passage-hint = the row was not taken; put back the document and the passage as they were
diag-sheet-unknown-code = sheet “{ $sheet }”, cell { $cell }: the codebook has no such code: { $found }
diag-sheet-unknown-code-hint = { $nearest ->
    [none] choose a code from the list of the cell, or add it to the codebook; other cells were taken
   *[other] did you mean “{ $nearest }”? other cells were taken
}
diag-sheet-ambiguous-code = sheet “{ $sheet }”, cell { $cell }: several codes are called “{ $found }”: { $codes }
diag-sheet-ambiguous-code-hint = write the id of the one that is meant; other cells were taken
diag-sheet-text-edited = sheet “{ $sheet }”, cell { $cell }: the words of the passage { $passage } of { $document } were changed
diag-sheet-text-edited-hint = the codes were taken, and the words of the document stay as they are; check that the row is still about this passage
diag-sheet-more = more problems of this kind on the sheet “{ $sheet }”: { $n } (`{ $what }`)
diag-sheet-more-hint = mend those above and read the file again to see the others
diag-review-no-manifest = the workbook does not say which codings it holds: its hidden sheet `_review` is not there
diag-review-no-manifest-hint = write the workbook for the supervisor again and copy the decisions into it
diag-review-no-heads = no sheet has the columns of a review
diag-review-no-heads-hint = put the heads of the columns back as they were, in one of the first 50 rows
diag-review-unknown-row = sheet “{ $sheet }”, cell { $cell }: the workbook holds no coding of this number: { $found }
diag-review-unknown-row-hint = the row was not taken; move what was decided to the row of its coding
diag-review-row-twice = on the sheet “{ $sheet }” the coding { $number } stands twice (first in row { $first })
diag-review-row-twice-hint = both comments were taken; where the two rows say different things nothing was decided
diag-review-unknown-answer = sheet “{ $sheet }”, cell { $cell }: this is no answer of the list: { $found }
diag-review-unknown-answer-hint = choose one from the list of the cell; other cells of the row were taken
diag-review-contradiction = sheet “{ $sheet }”, cell { $cell }: the answer and the other code `{ $code }` contradict each other
diag-review-contradiction-hint = nothing was decided on this coding; keep one of the two. The comment was taken
diag-review-edited = sheet “{ $sheet }”, cell { $cell }: the words of the coding { $number } were changed
diag-review-edited-hint = the decision was taken, and the coding stays as it was; check that the row is still about it
diag-word-unknown-code = a comment on “{ $quote }” names a code that the codebook does not have: { $found }
diag-word-unknown-code-hint = { $nearest ->
    [none] correct the comment, or add the code to the codebook; its words were kept as a memo
   *[other] did you mean “{ $nearest }”? its words were kept as a memo
}
diag-word-ambiguous-code = a comment on “{ $quote }” names several codes at once by “{ $found }”: { $codes }
diag-word-ambiguous-code-hint = write the id of the one that is meant; the words were kept as a memo
diag-word-memos = comments that name no code and were kept as memos at their places: { $n }
diag-word-memos-hint = to code with a comment, begin it with the id or the name of a code
diag-word-whole-passages = comments without selected words: { $n }; their codes were given to the whole passage
diag-word-whole-passages-hint = select words before commenting to code only these
diag-word-no-author = comments without an author: { $n }; { $coder } is taken for their coder
diag-word-no-author-hint = if somebody else wrote them, name this person as the coder when the file is read
diag-word-colour = words highlighted in { $colour }, a colour without a code: { $n }, the first are “{ $quote }”{ $codes ->
    [none] {""}
   *[other] ; several codes have a colour like it: { $codes }
}
diag-word-colour-hint = give this colour to one code of the codebook (`colour`), or comment on these words
diag-word-colour-nearest = words highlighted in { $colour } were taken for `{ $code }`, the code of the nearest colour: { $n }
diag-word-colour-nearest-hint = if this is not meant, give exactly this colour to the code that is meant (`colour` in the codebook)
diag-word-unknown-colour-code = `{ $colour }` = `{ $found }` is not a colour and a code
diag-word-unknown-colour-code-hint = write a colour as #rrggbb or as the name of a pen in Word (yellow, green, cyan ...), and the id of one code
diag-merge-memo = both sides changed the memo of { $coder } on “{ $quote }” ({ $document }, { $code })
diag-merge-memo-hint = both memos were kept, one below the other
diag-merge-removed = one side removed a coding or memo of { $coder } that the other side changed: “{ $quote }” ({ $document }, { $code })
diag-merge-removed-hint = it was kept; remove it if it is to go
diag-merge-row = both sides changed the codes that { $coder } gave to “{ $quote }” ({ $document }): here { $ours }, there { $theirs }
diag-merge-row-hint = codes that either side added were kept, those that either side removed are gone; look at the passage
diag-merge-coders = { $coder } and another coder gave different codes to “{ $quote }” ({ $document }): { $ours } — { $theirs }
diag-merge-coders-hint = both were kept; `daryn agree` tells how far coders agree
# Documents in which words are counted, and files that are written.
diag-documents-skipped = files that are no documents and were passed over: { $n }
diag-documents-skipped-hint = among them are tables, archives, pictures and links that lead nowhere; name a file itself to have it read
diag-documents-none = there is no document in { $path }
diag-documents-none-hint = look whether the folder is the right one; texts, DOCX, PDF, HTML and other documents are read, and folders in it, but no hidden ones
diag-documents-twice = this document was named before; it is counted once
diag-documents-twice-hint = name each file once, or only its folder
diag-output-is-read = { $path } is read, and the output would replace it; nothing was written
diag-output-is-read-hint = choose another name with `--output`
diag-output-folder = the folder { $path } is not there; nothing was written
diag-output-folder-hint = make it, or choose another place with `--output`
# The command `daryn agree`.
diag-agree-empty = the table has no rows
diag-agree-empty-hint = give a CSV whose first row names the columns, with one value on each row below it
diag-agree-column = there is no column `{ $column }`; the first row names: { $found }
diag-agree-column-hint = name the columns unit, coder, value; with --spans document, coder, start, end, code
diag-agree-no-name = the cell in column `{ $column }` is empty
diag-agree-no-name-hint = each row needs to say what was coded and by whom; only a value may be missing
diag-agree-not-number = this is no number: { $value }
diag-agree-not-number-hint = write a plain number such as 3.5, leave the cell empty where the value is missing, or use --metric nominal
diag-agree-no-rank = this is no number: { $value }
diag-agree-no-rank-hint = give the order of the values, for example --order low,middle,high, and leave the cell empty where the value is missing
diag-agree-outside-order = this value is not in --order: { $value }
diag-agree-outside-order-hint = add it to --order at its place, or correct the cell
diag-agree-order-twice = --order names a value twice: { $value }
diag-agree-order-twice-hint = name each value once, from the first to the last one
diag-agree-negative = a ratio scale has no negative values: { $value }
diag-agree-negative-hint = use --metric interval if zero is no natural beginning, or correct the cell
diag-agree-duplicate = the same coder gave the same unit a value on line { $first }, too
diag-agree-duplicate-hint = keep one of the two rows; a second look of one coder is another coder, for example `anna-2`
diag-agree-like-missing = the value `{ $value }` is taken as a code, though it often stands for a missing value
diag-agree-like-missing-hint = leave the cell empty where the value is missing
diag-agree-half-span = the cell in column `{ $column }` is empty
diag-agree-half-span-hint = fill in start, end and code, or leave all three empty: then the coder read the document and coded nothing
diag-agree-not-whole = column `{ $column }` needs a whole number from 0 to 4294967295: { $value }
diag-agree-not-whole-hint = count characters from 0; the end is the place after the last character
diag-agree-empty-span = the span holds no character: from { $start } to { $end }
diag-agree-empty-span-hint = count characters from 0; the end is the place after the last character
diag-agree-span-outside = the span ends at { $end }, but the document has { $length } characters
diag-agree-span-outside-hint = check the length, and that both are counted in characters, not in bytes
diag-agree-two-lengths = { $document } has { $length } characters here and { $other } on line { $first }
diag-agree-two-lengths-hint = give one length for each document
diag-agree-no-length = it is not known how long { $document } is
diag-agree-no-length-hint = add a column `length` with the number of characters, or give --length N where all documents are equally long

# Exchange of projects and codebooks (REFI-QDA)
diag-qda-no-project = the archive holds no project: there is no file whose name ends with .qde
diag-qda-no-project-hint = export the project again as REFI-QDA (QDPX)
diag-qda-several-projects = the archive holds several projects; { $name } was read, not { $others }
diag-qda-several-projects-hint = put each project into a file of its own
diag-qda-damaged = the archive is damaged{ $part ->
    [none] {""}
   *[other] : { $part }
}
diag-qda-damaged-hint = export the project again, or take the file from its source again
diag-qda-password = the archive is protected by a password
diag-qda-password-hint = unpack it with the password, pack it without one and read that file
diag-qda-bomb = the archive unpacks to more than { $limit } MB or holds too many files, and was not read
diag-qda-bomb-hint = a project of this size does not hold that much; get it from its source again
diag-qda-zip-path = a name in the archive leads out of its folder and was passed over: { $name }
diag-qda-zip-path-hint = nothing is unpacked to the disk; still, find out where the file comes from
diag-qda-zip-twice = two files of the archive have one name; this one was passed over: { $name }
diag-qda-zip-twice-hint = export the project again and compare
diag-qda-unused-file = no source names this file of the archive: { $name }
diag-qda-unused-file-hint = it is kept and written again; nothing is coded in it
diag-qda-too-large = the project file is larger than { $limit } MB
diag-qda-too-large-hint = split the project
diag-qda-not-utf8 = the project file is not UTF-8
diag-qda-not-utf8-hint = the standard demands UTF-8; export the project again
diag-qda-not-xml = this is not well-formed XML: { $reason }
diag-qda-not-xml-hint = export the project again; a file that was edited by hand needs each element closed
diag-qda-too-deep = elements stand in each other deeper than 100 levels
diag-qda-too-deep-hint = put codes under fewer levels of groups
diag-qda-too-many = there are more elements than in any project
diag-qda-too-many-hint = split the project
diag-qda-other-root = this is neither a project nor a codebook of REFI-QDA: its root is <{ $found }>
diag-qda-other-root-hint = give a .qdpx, .qde or .qdc file
diag-qda-namespace = the namespace is “{ $found }”; expected: { $expected }
diag-qda-namespace-hint = the file was read as version 1.0; hold the result against the program that wrote it
diag-qda-entity = the reference &{ $name }; is not one of XML and stands in the text as it is written
diag-qda-entity-hint = references to what the file itself declares are never followed
diag-qda-guid-twice = a second element with the identifier { $guid }; the first one is in line { $first }
diag-qda-guid-twice-hint = both are kept, but references lead to both: export again from the program that made the file
diag-qda-equal-siblings = a second code “{ $name }” under the same group
diag-qda-equal-siblings-hint = both are kept with their codings; rename one, or merge them
diag-qda-user-twice = a second coder is called “{ $name }”; the first one is in line { $first }
diag-qda-user-twice-hint = both are kept apart by their identifiers; rename one, so that tables tell them apart
diag-qda-unknown-user = no coder has the identifier { $guid }
diag-qda-unknown-user-hint = tables show the identifier instead of a name
diag-qda-dangling = { $found } leads to nothing: { $guid }
diag-qda-dangling-hint = the reference is kept; what it names was left out when the file was written
diag-qda-type-differs = the variable is of type { $type }, its value of type { $found }
diag-qda-type-differs-hint = the value is kept as it is; correct one of the two in the program that wrote the file
diag-qda-unknown = { $element }: the schema does not know { $found }
diag-qda-unknown-hint = it is kept while the project is held, but not written into a new file
diag-qda-no-guid = { $element } has no identifier
diag-qda-no-guid-hint = one was made from its place; it changes when the file changes
diag-qda-bad-guid = { $element }: “{ $found }” is not an identifier
diag-qda-bad-guid-hint = one was made of it, so that references still lead there; expected are 32 hexadecimal digits in five groups
diag-qda-no-name = { $element } has no name
diag-qda-no-name-hint = give it one in the program that wrote the file
diag-qda-no-target = { $element }: { $found } names nothing and was left out
diag-qda-no-target-hint = export again from the program that made the file
diag-qda-no-code = { $element } names no code and was left out
diag-qda-no-code-hint = give the selection its code in the program that wrote the file
diag-qda-no-codable = { $element } does not say whether it may be given; it is taken as one that may
diag-qda-no-codable-hint = groups of codes need isCodable="false"
diag-qda-bad-date = { $element }: “{ $found }” is not a time
diag-qda-bad-date-hint = expected is a time such as 2026-01-15T09:00:00Z; without it it is not known when this was made
diag-qda-bad-color = { $element }: “{ $found }” is not a colour
diag-qda-bad-color-hint = expected is #RRGGBB or #RGB
diag-qda-bad-type = { $element }: “{ $found }” is not a type of variables; it is taken as Text
diag-qda-bad-type-hint = expected is Text, Boolean, Integer, Float, Date or DateTime
diag-qda-bad-value = { $element }: “{ $found }” is not of type { $type }
diag-qda-bad-value-hint = decimals have a point, dates are written 2026-01-15; the value counts as missing
diag-qda-bad-position = { $element }: { $name } must be a whole number, but is “{ $found }”
diag-qda-bad-position-hint = the selection is kept with its codes, but its place is not known
diag-qda-source-missing = { $element }: the file { $found } is not in the archive
diag-qda-source-missing-hint = codes and quotations are kept; export again with the sources
diag-qda-source-outside = { $element }: { $found } lies outside of the archive and was not looked at
diag-qda-source-outside-hint = export with the sources inside of the file
diag-qda-not-text = { $element }: { $found } is neither UTF-8 nor UTF-16
diag-qda-not-text-hint = its bytes are kept; save the text as UTF-8 and export again
diag-qda-two-texts = { $element } holds a text and names another in a file; the file was taken
diag-qda-two-texts-hint = the standard allows one of both; compare them
diag-qda-counting = { $element }: positions were counted otherwise than the standard says ({ $way ->
    [returns] line ends of two characters as one
    [mark] with the byte order mark
    [utf16] in units of UTF-16
   *[inclusive] the end is the last character
}); { $n ->
    [one] { $n } quotation confirms it
   *[other] { $n } quotations confirm it
}
diag-qda-counting-hint = selections with a quotation were held against it; look at some of the others
diag-qda-unproven = { $element }: { $n ->
    [one] { $n } selection may stand elsewhere
   *[other] { $n } selections may stand elsewhere
}, since no quotation tells how its positions were counted
diag-qda-unproven-hint = look at some selections in the program that wrote the file; characters were counted as they stand in it
diag-qda-points = { $element }: { $n ->
    [one] the place of { $n } point in time is uncertain
   *[other] the places of { $n } points in time are uncertain
}
diag-qda-points-hint = hold the transcript against the program that wrote the file
diag-qda-moved = { $element }: the quotation does not stand at { $from }–{ $to }; it stands once in the text, at { $start }, and was put there
diag-qda-moved-hint = look at this selection: the text was changed after it was made
diag-qda-unlike = { $element }: what stands at { $from }–{ $to } is something else, and the quotation is nowhere in the text
diag-qda-unlike-hint = the selection keeps its positions; look at it if its name is meant as a quotation
diag-qda-unanchored = { $element }: its place in the text is not known; { $from }–{ $to } does not fit
diag-qda-unanchored-hint = codes and quotation are kept without a place; select the words anew
diag-qda-no-codes = there is no code to write
diag-qda-no-codes-hint = a file of codes needs at least one code
diag-qda-not-packed = the project cannot be packed: { $reason }
diag-qda-not-packed-hint = leave out the largest media
diag-qda-lost = { $element }: not written, since the standard has no place for it: { $found }
diag-qda-lost-hint = write it into a note or a description if others need it
diag-qda-lost-letters = { $element }: { $found } holds characters that XML cannot hold; � stands for them
diag-qda-lost-letters-hint = remove control characters from the text
diag-qda-lost-place = { $element }: written without a place (positions -1), since { $found } does not fit the text
diag-qda-lost-place-hint = select the words anew, or other programs cannot show this selection
diag-qda-lost-source = { $element }: written without its file, which is not here: { $found }
diag-qda-lost-source-hint = some programs refuse such a project; add the file or leave out the source
diag-qda-divided = { $element }: { $n ->
    [one] { $n } selection has codes of several coders and was written
   *[other] { $n } selections have codes of several coders and were written
} once for each of them
diag-qda-divided-hint = other programs give all codes of a selection to one coder; daryn reads them as one selection again
diag-qda-other-user = { $element }: { $n ->
    [one] { $n } selection was made by somebody else than the coder, and was written
   *[other] { $n } selections were made by somebody else than the coder, and were written
} as the coder’s
diag-qda-other-user-hint = other programs give a code to whoever made the selection; who selected is not in the file
diag-qda-time-zone = { $n ->
    [one] { $n } time was written as the same instant of UTC; its time zone is
   *[other] { $n } times were written as the same instants of UTC; their time zones are
} not in the file
diag-qda-time-zone-hint = nothing needs to be done: the instants are the same
diag-qda-refused = { $kind ->
    [undated-note] the note “{ $name }” has no date
    [equal-notes] another note is also called “{ $name }”
    [equal-selections] in “{ $name }” one coder made two selections without a code at one place: { $found }
   *[value-twice] “{ $name }” has the variable “{ $found }” twice
}; QualCoder breaks off the import there
diag-qda-refused-hint = { $kind ->
    [undated-note] nothing is made up for it: give the note a date, or leave it out for QualCoder
    [equal-notes] rename one of the notes before you export
    [equal-selections] give one of them a code, or remove it
   *[value-twice] leave the source one value of the variable; a case without a name gives its values to its source, too
}
diag-qda-repeated = { $element }: { $found } is the text of many sources, and was left out here: together they would be larger than { $limit } MB
diag-qda-repeated-hint = codes and quotations are kept; no program is known to write such files, find out where it comes from
diag-qda-more = { $n ->
    [one] { $n } more problem of the kind { $code } is
   *[other] { $n } more problems of the kind { $code } are
} not shown
diag-qda-more-hint = mend those that are shown first; they often have one cause
diag-qda-not-held = { $kind ->
    [user] the coder “{ $name }” is not in the file
    [note-of-code] a note on the code “{ $name }” is not in the file
    [variable] the variable “{ $name }” is not in the file, nor its values
    [case] the case “{ $name }” is not in the file
    [source] the source “{ $name }” is not in the file, nor its codings ({ $n })
    [note] the note “{ $name }” is not in the file
    [link] the link “{ $name }” is not in the file
    [members-of-set] the set “{ $name }” loses its sources and notes
    [graph] the drawing “{ $name }” is not in the file
    [description] the description of the project is not in the file: { $name }
    [head] the name, the dates and the notes of the project are not in the file: { $name }
    [file] the file “{ $name }” is not in the file of codes
    [group-given] the group “{ $name }” is given as a code, and its codings lose their code
    [equal-coder] another coder is also called “{ $name }”, and both become one
    [unnamed-coder] the coder { $name } has no name
    [unnamed-source] the source { $name } has no name
    [unnamed-note] the note { $name } has no name
    [no-place] the selection “{ $name }” has no place in the text and gets no words
    [equal-name] another code has the same name, and both become one: { $name }
    [color] the code “{ $name }” gets another colour
   *[set] the set “{ $name }” becomes an attribute
}
diag-qda-not-held-hint = { $kind ->
    [group-given] make the group a code, or give its codings a code below it
    [equal-coder] rename one of the coders before you export
    [unnamed-coder] give the coder a name: QualCoder cannot write the project again without it
    [unnamed-source] give the source a name: QualCoder cannot write the project again without it
    [unnamed-note] give the note a name: QualCoder cannot write the project again without it
    [no-place] select the words anew
    [equal-name] give codes names that differ before you export
    [color] nothing is lost but the look
    [set] look at the attributes of the sources after the import
   *[other] a .qdpx file holds it
}

diag-store-cloud = the folder of the study is kept alike on several machines by { $service }, which may damage codings.db while it is being written
diag-store-cloud-hint = keep the study outside of that folder, or stop { $service } while you work and let it finish before another machine begins
diag-store-no-wal = the file system does not let codings.db have a log beside it
diag-store-no-wal-hint = nothing is lost, but two programs cannot write at once; a folder on a disk of this machine is better
diag-store-damaged = { $path } is damaged, and nothing was written to it: { $reason }
diag-store-damaged-hint = put a copy in its place that was made before, and import again what came later; keep the damaged file
diag-store-newer = { $path } was written by a later version of daryn ({ $found }; this one knows { $known })
diag-store-newer-hint = use the later version; nothing was changed
diag-store-foreign = { $path } is a database of another program ({ $reason })
diag-store-foreign-hint = move it away; daryn makes its own
diag-store-busy = another program has been writing to { $path } for too long: { $reason }
diag-store-busy-hint = wait until it has ended and try again
diag-store-failed = { $path } cannot be used: { $reason }
diag-store-failed-hint = look whether the folder can be written to and the disk has room
diag-store-none = nobody coded in this study yet: { $path }
diag-store-none-hint = `daryn import` takes in what was coded; `daryn export DIR --to coding.xlsx` writes a workbook to code in
diag-store-anchored = texts changed since they were coded; codings moved with their words: { $moved }, to be looked at: { $review }
diag-store-anchored-hint = `daryn codings DIR --review` lists those whose words are not found again; none was dropped
diag-store-import-differs = { $kind ->
    [code] the code “{ $name }” is here already and is called, painted or defined otherwise
    [coding-code] the coding { $name } is here already; there it has another code
    [coding-coder] the coding { $name } is here already; there it is another person’s
    [coding-place] the coding { $name } is here already; there it stands on other words
   *[text] the source “{ $name }” is here already with another text
}
diag-store-import-differs-hint = { $kind ->
    [code] it stays as it is here; change codebook.toml if the other form is the right one
    [coding-code] it stays as it is here; code the words anew if the other code is the right one
    [coding-coder] it stays as it is here
    [coding-place] it stays as it is here; code the other words if they are the right ones
   *[text] its new selections were put where their words stand
}
diag-store-import-absent = codings of the same texts that are here and not in the file: { $n } ({ $names })
diag-store-import-absent-hint = they stay; whoever sent the file may have taken them back, or does not have them yet: `daryn codings --drop ID` takes one back here, too
diag-store-import-unplaced = codings of words whose place in the text is not known: { $n }
diag-store-import-unplaced-hint = they are kept and given back by `daryn export`, but not used here; select the words anew in the program that made them
diag-store-import-apart = codings of whole sources, pictures, pages or sound: { $n }
diag-store-import-apart-hint = they are kept and given back by `daryn export`, but only codings of words are used here
diag-store-import-known = nothing in it is new: it was taken in before
diag-store-import-known-hint = nothing was changed
diag-store-import-untouched = the sheet of { $coder } stands as it was handed out, though this workbook came back before with something on it; what it said then stays: { $n }
diag-store-import-untouched-hint = a workbook that several people get comes back from each of them: only sheets on which something was changed are taken in; to take all of a sheet back, use `daryn codings --drop`, or `daryn undo` with the number of that import
diag-store-import-no-table = the study has no table of documents to which those that came could be added
diag-store-import-no-table-hint = name one in study.toml under [files]; texts are known by their files until then
diag-store-import-no-study = { $path } is there and is no study
diag-store-import-no-study-hint = name a study, or a folder that does not exist yet
diag-store-import-needs-study = there is no study in { $path }, and this file has no texts of which one could be made
diag-store-import-needs-study-hint = name the study from which the workbook or document came
diag-store-import-no-text = no text of the study belongs to { $path }
diag-store-import-no-text-hint = put the document into the folder texts of the study first, or name the file after the id of its document
diag-store-no-event = there is no event { $found }
diag-store-no-event-hint = `daryn history` shows events with their numbers
diag-store-undone-before = event { $found } is undone already
diag-store-undone-before-hint = to have it again, undo the event that undid it; `daryn history` shows which
diag-store-nothing-to-undo = there is nothing to undo
diag-store-nothing-to-undo-hint = `daryn history` shows what was done; undo an undo by its number
diag-store-no-coding = no coding has the id { $found }
diag-store-no-coding-hint = `daryn codings DIR --review` shows ids
diag-store-not-changed = the coding { $found } has no likely new place that could be accepted
diag-store-not-changed-hint = take it back with --drop and code the passage anew
diag-store-export-languages = codes of which the words in other languages are not written ({ $languages }): { $n }
diag-store-export-languages-hint = the other languages stay in codebook.toml; a project has room for one
diag-store-export-no-text = the text { $text } is gone, so that codings of it are not written: { $n }
diag-store-export-no-text-hint = put the file back, or take the codings back
diag-store-export-review = codings that somebody must look at, since their words are not found in the texts any more: { $n }
diag-store-export-review-hint = they are not in the file, or without a place there; `daryn codings DIR --review` lists them
diag-store-export-left-out = codings and notes that no row can show, since they are not on a whole passage: { $n }
diag-store-export-left-out-hint = they stay in the study; .qdpx and --table segments hold them
diag-store-export-cut = passages too long for a cell, of which the beginning is shown: { $n }
diag-store-export-cut-hint = they are coded as a whole all the same
