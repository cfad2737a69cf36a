//! Answers that are not what was asked for, each with its own name.

use daryn_source::Status;

use crate::mock::{Asked, Reply};
use crate::sample::{Sample, codes, fails, value, warns};

const BANK: &str = "connector = \"worldbank\"\nareas = [\"KAZ\", \"KGZ\"]\nfrom = 2022\nto = 2023\n\
                    parameters = { indicator = \"GB.XPD.RSDV.GD.ZS\" }";
const UIS: &str = "connector = \"uis\"\nareas = [\"KAZ\"]\nfrom = 2019\nto = 2020\n\
                   parameters = { indicator = \"GER.5T8\" }";
const SDMX: &str = "connector = \"sdmx\"\nquery = \"xml\"\naddress = \"https://sdmx.example.org/rest\"\n\
                    parameters = { flow = \"DF_X\" }";
const TABLE: &str = "connector = \"sdmx\"\naddress = \"https://sdmx.example.org/rest\"\nareas = [\"KAZ\"]\n\
                     from = 2019\nto = 2020\nparameters = { flow = \"DF_X\" }";

/// A server that always answers the same.
fn always(reply: Reply) -> Sample {
    Sample::new(move |asked: &Asked| (asked.path != "/robots.txt").then(|| reply.clone()))
}

fn bank_row(area: (&str, &str), year: u16, value: &str) -> String {
    format!(
        r#"{{"indicator":{{"id":"GB.XPD.RSDV.GD.ZS","value":"R&D"}},"country":{{"id":"{}","value":"x"}},
        "countryiso3code":"{}","date":"{year}","value":{value},"unit":"","obs_status":"","decimal":2}}"#,
        area.1, area.0
    )
}

fn bank(rows: &[String], page: u32, pages: u32, total: usize) -> String {
    format!(
        r#"[{{"page":{page},"pages":{pages},"per_page":2,"total":{total},"sourceid":"2","lastupdated":"2026-07-13"}},
        [{}]]"#,
        rows.join(",")
    )
}

const KAZ: (&str, &str) = ("KAZ", "KZ");
const KGZ: (&str, &str) = ("KGZ", "KG");

fn bank_rows() -> Vec<String> {
    [(KAZ, 2023, "0.13"), (KAZ, 2022, "null"), (KGZ, 2023, "0.07"), (KGZ, 2022, "0.08")]
        .map(|(area, year, value)| bank_row(area, year, value))
        .to_vec()
}

#[test]
fn an_answer_to_all_that_was_asked_says_nothing_more() {
    let sample = always(Reply::json(bank(&bank_rows(), 1, 1, 4)));
    let outcome = sample.fetch(BANK);
    assert_eq!((outcome.status, codes(&outcome)), (Status::New, vec![]));
    assert_eq!(sample.log().entries[0].vintage.as_deref(), Some("2026-07-13"));
    // Codes of two letters are those of the same areas.
    let short = BANK.replace("KAZ", "kz").replace("KGZ", "KG");
    assert_eq!(sample.fetch(&short).status, Status::Unchanged);
}

#[test]
fn something_else_than_was_expected() {
    let html = "<!DOCTYPE html><html><head><title>Maintenance</title></head><body></body></html>";
    let args = fails(&always(Reply::html(200, html)), BANK, "source-is-html");
    assert_eq!((value(&args, "expected"), value(&args, "words")), ("json", "Maintenance"));
    let xml = "<?xml version=\"1.0\"?><wb:data xmlns:wb=\"http://www.worldbank.org\" page=\"1\"/>";
    fails(&always(Reply::new(200, "text/xml", xml)), BANK, "source-is-xml");
    fails(&always(Reply::json("{\"a\":1}")), SDMX, "source-is-json");
    fails(&always(Reply::new(200, "text/csv", "a,b\n1,2\n")), BANK, "source-is-other");
    fails(&always(Reply::json(" \n")), BANK, "source-no-bytes");
}

#[test]
fn a_page_that_stands_in_for_an_answer_once_is_asked_again() {
    for first in [
        Reply::html(200, "<html><title>Oops</title></html>"),
        Reply::new(200, "text/xml", "<wb:data xmlns:wb=\"w\"/>"),
        Reply::json(&bank(&bank_rows(), 1, 1, 4).as_bytes()[..100]),
    ] {
        let sample = Sample::new(move |asked| match (asked.path.as_str(), asked.before) {
            ("/robots.txt", _) => None,
            (_, 0) => Some(first.clone()),
            _ => Some(Reply::json(bank(&bank_rows(), 1, 1, 4))),
        });
        let outcome = sample.fetch(BANK);
        assert_eq!((outcome.status, codes(&outcome)), (Status::New, vec![]));
        assert_eq!(sample.mock.asked().len(), 2);
    }
}

#[test]
fn pages_that_stand_before_an_answer() {
    let login = "<html><title>Sign in</title><form><input type=\"password\"></form></html>";
    fails(&always(Reply::html(200, login)), BANK, "source-login-page");
    let robot = "<html><script src=\"https://www.google.com/recaptcha/api.js\"></script></html>";
    fails(&always(Reply::html(200, robot)), BANK, "source-captcha");
    fails(&always(Reply::html(403, robot)), BANK, "source-captcha");
    let page = "connector = \"adilet\"\nallow = \"with permission\"\nparameters = { id = \"P1\" }";
    fails(&always(Reply::html(200, robot)), page, "source-captcha");
}

#[test]
fn errors_inside_an_answer_with_status_200() {
    // World Bank.
    let said = r#"[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]"#;
    let args = fails(&always(Reply::json(said)), BANK, "source-unknown-code");
    assert_eq!(value(&args, "reason"), "The provided parameter value is not valid");
    let said = r#"[{"message":[{"id":"105","key":"Service currently unavailable","value":"Try later"}]},null]"#;
    fails(&always(Reply::json(said)), BANK, "source-error-inside");
    // UIS.
    let said = r#"{"hints":[{"code":"UIS::HINT::003","message":"The geoUnit could not be found, XXX"}],"records":[],"indicatorMetadata":[]}"#;
    let args = fails(&always(Reply::json(said)), UIS, "source-unknown-code");
    assert_eq!(value(&args, "reason"), "The geoUnit could not be found, XXX");
    // IOM.
    let iom = "connector = \"iom\"\nquery = \"displacement\"\nareas = [\"EXL\"]";
    let said = r#"{"isSuccess":false,"statusCode":200,"errorMessages":["Admin0Pcode is not valid"],"result":null}"#;
    let args = fails(&always(Reply::json(said)), iom, "source-error-inside");
    assert_eq!(value(&args, "reason"), "Admin0Pcode is not valid");
    // DBnomics.
    let dbnomics = "connector = \"dbnomics\"\nparameters = { provider = \"A\", dataset = \"B\", series = \"C\" }";
    let said = r#"{"errors":[{"message":"Series not found"}],"series":{"docs":[],"num_found":0}}"#;
    fails(&always(Reply::json(said)), dbnomics, "source-error-inside");
    // SDMX-JSON 2.0, and Eurostat.
    let json = SDMX.replace("\"xml\"", "\"json\"");
    let said = r#"{"errors":[{"code":404,"title":"Not found","details":"No flow DF_X"}]}"#;
    let args = fails(&always(Reply::json(said)), &json, "source-error-inside");
    assert_eq!(value(&args, "reason"), "No flow DF_X");
    let said = r#"{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_4: The requested dataset is not available"}]}"#;
    let stat = SDMX.replace("\"xml\"", "\"jsonstat\"");
    fails(&always(Reply::json(said)), &stat, "source-error-inside");
    let said = r#"{"error":[{"status":413,"id":413,"label":"ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously"}]}"#;
    fails(&always(Reply::json(said)), &stat, "source-comes-later");
    fails(&always(Reply::new(413, "application/json", said)), &stat, "source-comes-later");
}

#[test]
fn errors_of_sdmx_in_xml() {
    let error = |code: u16, text: &str| {
        format!(
            "<?xml version=\"1.0\"?><mes:Error xmlns:mes=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\" \
             xmlns:com=\"c\"><mes:ErrorMessage code=\"{code}\"><com:Text>{text}</com:Text></mes:ErrorMessage></mes:Error>"
        )
    };
    let xml = |status, body: String| always(Reply::new(status, "application/xml", body));
    fails(&xml(404, error(100, "No results found")), SDMX, "source-empty");
    fails(&xml(200, error(100, "No results found")), SDMX, "source-empty");
    fails(&xml(200, error(510, "Too much")), SDMX, "source-query-too-large");
    let args = fails(&xml(200, error(150, "Semantic error in key")), SDMX, "source-error-inside");
    assert_eq!(value(&args, "reason"), "150 Semantic error in key");
}

#[test]
fn an_empty_answer_is_no_unknown_code() {
    let empty = r#"{"hints":[],"records":[],"indicatorMetadata":[]}"#;
    fails(&always(Reply::json(empty)), UIS, "source-empty");
    let nothing =
        r#"[{"page":0,"pages":0,"per_page":50,"total":0,"sourceid":null,"lastupdated":null},null]"#;
    fails(&always(Reply::json(nothing)), BANK, "source-empty");
    // Kazakhstan is no country of displacement: nothing is the answer.
    let iom = "connector = \"iom\"\nquery = \"displacement\"\nareas = [\"KAZ\"]";
    let nothing = r#"{"isSuccess":true,"statusCode":200,"errorMessages":[],"result":[]}"#;
    warns(&always(Reply::json(nothing)), iom, "source-empty");
}

#[test]
fn what_was_asked_and_not_answered() {
    let rows = bank_rows();
    let outcome =
        warns(&always(Reply::json(bank(&rows[..2], 1, 1, 2))), BANK, "source-areas-missing");
    assert_eq!(value(&outcome.diagnostics[0].args, "found"), "KGZ");
    let one = [rows[0].clone(), rows[2].clone()];
    let outcome = warns(&always(Reply::json(bank(&one, 1, 1, 2))), BANK, "source-years-missing");
    assert_eq!(value(&outcome.diagnostics[0].args, "found"), "2022");
    let said = r#"{"records":[{"indicatorId":"GER.5T8","geoUnit":"KAZ","year":2019,"value":1.0},{"indicatorId":"GER.5T8","geoUnit":"KAZ","year":2020,"value":1.5}],
        "hints":[{"code":"UIS::HINT::003","message":"The geoUnit could not be found, XXX"}]}"#;
    let two = UIS.replace("[\"KAZ\"]", "[\"KAZ\", \"XXX\"]");
    let outcome = always(Reply::json(said)).fetch(&two);
    assert_eq!(codes(&outcome), ["source-unknown-code", "source-areas-missing"]);
    assert_eq!(outcome.status, Status::New);
    let other = said.replace("UIS::HINT::003", "UIS::HINT::001").replace(", XXX", "");
    warns(&always(Reply::json(other)), UIS, "source-hint");
}

#[test]
fn a_parameter_that_was_ignored_in_silence() {
    let mut rows = bank_rows();
    rows.push(bank_row(("UZB", "UZ"), 2023, "0.1"));
    let args = fails(&always(Reply::json(bank(&rows, 1, 1, 5))), BANK, "source-outside-asked");
    assert_eq!((value(&args, "what"), value(&args, "found")), ("areas", "UZB"));
    let mut rows = bank_rows();
    rows.push(bank_row(KAZ, 2021, "0.1"));
    let args = fails(&always(Reply::json(bank(&rows, 1, 1, 5))), BANK, "source-outside-asked");
    assert_eq!((value(&args, "what"), value(&args, "found")), ("years", "2021"));
    let mut rows = bank_rows();
    rows[1] = rows[1].replace("RSDV", "OTHER");
    let args = fails(&always(Reply::json(bank(&rows, 1, 1, 4))), BANK, "source-outside-asked");
    assert_eq!((value(&args, "what"), value(&args, "found")), ("indicator", "GB.XPD.OTHER.GD.ZS"));
}

#[test]
fn a_text_that_ends_too_soon() {
    let whole = bank(&bank_rows(), 1, 1, 4);
    for cut in [10, whole.len() / 2, whole.len() - 1] {
        let args = fails(&always(Reply::json(&whole.as_bytes()[..cut])), BANK, "source-cut");
        assert_eq!(value(&args, "kind"), "JSON");
    }
    fails(&always(Reply::json(whole.replace("null", "NaN,"))), BANK, "source-unreadable");
    let xml = sdmx_xml(&[("KAZ", 2019)]);
    for cut in [60, xml.len() / 2, xml.len() - 1] {
        let reply = Reply::new(200, "application/xml", &xml.as_bytes()[..cut]);
        let args = fails(&always(reply), SDMX, "source-cut");
        assert_eq!(value(&args, "kind"), "XML");
    }
    let file = |kind: &str| {
        format!("connector = \"file\"\naddress = \"https://example.org/a\"\nkind = \"{kind}\"")
    };
    let pdf = Reply::new(200, "application/pdf", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
    fails(&always(pdf), &file("pdf"), "source-cut");
    let zip = zip("data.csv");
    let sample = always(Reply::new(200, "application/zip", zip.clone()));
    assert_eq!(sample.fetch(&file("zip")).status, Status::New);
    let reply = Reply::new(200, "application/zip", &zip[..zip.len() - 10]);
    fails(&always(reply.clone()), &file("zip"), "source-cut");
    // An address that promises nothing is looked at all the same.
    fails(&always(reply), &file("any"), "source-cut");
    let table = "area,year,value\nKAZ,2019,1\nKAZ,20";
    fails(&always(Reply::new(200, "text/csv", table)), &file("csv"), "source-cut");
}

#[test]
fn padding_marks_and_encodings_are_told_and_harm_nothing() {
    let whole = bank(&bank_rows(), 1, 1, 4);
    let padded = [whole.as_bytes(), &[0; 300]].concat();
    let sample = always(Reply::json(padded.clone()));
    let outcome = warns(&sample, BANK, "source-nul-padding");
    assert_eq!(value(&outcome.diagnostics[0].args, "bytes"), "300");
    assert_eq!(sample.stored(&outcome), whole.as_bytes());
    let log = sample.log();
    let received = log.entries[0].received_sha256.as_ref().expect("a digest");
    assert_eq!(*received, daryn_study::Digest::of(&padded));

    // Where more comes after a NUL byte, it is no padding.
    let inside = b"area,year,value\nKAZ,2019,1\nK\0Z,2020,2\n".as_slice();
    let sample = always(Reply::new(200, "text/csv", [inside, &[0; 4]].concat()));
    let entry = "connector = \"file\"\naddress = \"https://example.org/a\"\nkind = \"csv\"";
    let outcome = warns(&sample, entry, "source-nul-padding");
    assert_eq!(value(&outcome.diagnostics[0].args, "bytes"), "4");
    assert_eq!(sample.stored(&outcome), inside);

    let marked = ["\u{FEFF}", &whole].concat();
    let sample = always(Reply::json(marked.clone()));
    let outcome = warns(&sample, BANK, "source-bom");
    assert_eq!(sample.stored(&outcome), marked.as_bytes(), "raw bytes stay as they came");

    let twice = whole.replacen("\"total\":4", "\"total\":5,\"total\":4", 1);
    let outcome = warns(&always(Reply::json(twice)), BANK, "source-keys-twice");
    assert_eq!(value(&outcome.diagnostics[0].args, "found"), "total");

    let cyrillic = whole.replace("R&D", "Наука");
    let reply = Reply::new(200, "application/json; charset=windows-1251", cyrillic);
    let outcome = warns(&always(reply), BANK, "source-charset");
    assert_eq!(value(&outcome.diagnostics[0].args, "looks"), "UTF-8");
}

#[test]
fn a_layout_that_changed() {
    let changed = bank(&bank_rows(), 1, 1, 4).replace("\"total\"", "\"totalCount\"");
    let args = fails(&always(Reply::json(changed)), BANK, "source-layout");
    assert_eq!(value(&args, "found"), "/0/total");
    let table = "DATAFLOW,REF_AREA,PERIOD,OBS_VALUE\nA:B(1.0),KAZ,2019,1\n";
    let args = fails(&always(Reply::new(200, "text/csv", table)), TABLE, "source-layout");
    assert_eq!(value(&args, "found"), "TIME_PERIOD");
    let xml = "<?xml version=\"1.0\"?><a><b/></a>";
    fails(&always(Reply::new(200, "text/xml", xml)), SDMX, "source-layout");
    let page = "connector = \"adilet\"\nallow = \"with permission\"\nparameters = { id = \"P1\" }";
    fails(&always(Reply::html(200, "<html><p>Жаңа бет</p></html>")), page, "source-layout");
    let book = "connector = \"undesa\"\nparameters = { file = \"a.xlsx\" }";
    let reply = Reply::new(200, "application/zip", zip("data.csv"));
    fails(&always(reply), book, "source-layout");
}

#[test]
fn names_that_lead_out_of_a_folder() {
    let file = "connector = \"file\"\naddress = \"https://example.org/a\"\nkind = \"zip\"";
    let reply = Reply::new(200, "application/zip", zip("../../etc/cron.d/x"));
    let args = fails(&always(reply), file, "source-unsafe-name");
    assert_eq!(value(&args, "found"), "../../etc/cron.d/x");
    let reply = Reply::new(200, "application/zip", zip("a.csv"))
        .with("Content-Disposition", "attachment; filename=\"..\\..\\a b.zip\"");
    let sample = always(reply);
    warns(&sample, file, "source-unsafe-name");
    assert_eq!(sample.log().entries[0].file.as_deref(), Some("a b.zip"));
}

/// The second half of the rows, or whatever a page is to be instead.
fn paged(second: impl Fn() -> String + Send + Sync + 'static) -> Sample {
    Sample::new(move |asked| {
        let rows = bank_rows();
        match asked.path.split("page=").last() {
            _ if asked.path == "/robots.txt" => None,
            Some("1") => Some(Reply::json(bank(&rows[..2], 1, 2, 4))),
            _ => Some(Reply::json(second())),
        }
    })
}

#[test]
fn pages_are_put_together_only_if_they_fit() {
    let sample = paged(|| bank(&bank_rows()[2..], 2, 2, 4));
    let outcome = sample.fetch(BANK);
    assert_eq!((outcome.status, codes(&outcome)), (Status::New, vec![]));
    let list: serde_json::Value = serde_json::from_slice(&sample.stored(&outcome)).expect("JSON");
    assert_eq!(list["pages"].as_array().expect("pages").len(), 2);
    assert_eq!(sample.log().entries[0].parts.len(), 2);
    assert_eq!(sample.replay(BANK).status, Status::Replayed);
    assert_eq!(sample.fetch(BANK).status, Status::Unchanged);
    assert_eq!(sample.parts(), 0);

    let args = fails(&paged(|| bank(&bank_rows()[2..], 2, 2, 5)), BANK, "source-total-changed");
    assert_eq!((value(&args, "was"), value(&args, "now")), ("4", "5"));
    fails(&paged(|| bank(&bank_rows()[..2], 1, 2, 4)), BANK, "source-page-repeated");
    fails(&paged(|| bank(&[], 2, 2, 4)), BANK, "source-page-empty");
    fails(&paged(|| bank(&bank_rows()[2..3], 2, 2, 4)), BANK, "source-rows-missing");
}

#[test]
fn an_empty_last_page_after_all_rows_is_only_strange() {
    let sample = Sample::new(|asked| match asked.path.split("page=").last() {
        _ if asked.path == "/robots.txt" => None,
        Some("1") => Some(Reply::json(bank(&bank_rows(), 1, 2, 4))),
        _ => Some(Reply::json(bank(&[], 2, 2, 4))),
    });
    warns(&sample, BANK, "source-page-empty");
}

#[test]
fn pages_without_end() {
    let sample = Sample::new(|asked| {
        let page: u32 = asked.path.split("page=").last()?.parse().ok()?;
        let row = bank_row(KAZ, 2022, &format!("0.{page}"));
        Some(Reply::json(bank(&[row], page, 1_000_000, 1_000_000)))
    });
    fails(&sample, BANK, "source-too-many-pages");
    assert_eq!(sample.mock.asked().len(), 20);
}

/// A structure-specific message.
fn sdmx_xml(rows: &[(&str, u16)]) -> String {
    let series: String = rows
        .iter()
        .map(|(area, year)| {
            format!(
                "<Series REF_AREA=\"{area}\" FREQ=\"A\"><Obs TIME_PERIOD=\"{year}\" OBS_VALUE=\"1.5\"/></Series>"
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><m:StructureSpecificData xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\">\
         <m:Header><m:ID>X</m:ID><m:Prepared>2026-01-01T00:00:00</m:Prepared></m:Header>\
         <m:DataSet>{series}</m:DataSet></m:StructureSpecificData>"
    )
}

#[test]
fn a_file_that_comes_later_is_waited_for() {
    let later = |ready_after: usize| {
        Sample::new(move |asked| match asked.path.as_str() {
            "/robots.txt" => None,
            "/later.zip?a=1&b=2" if asked.before >= ready_after => {
                Some(Reply::new(200, "application/zip", zip("data.xml")))
            }
            "/later.zip?a=1&b=2" => None,
            _ => {
                let host = &asked.headers["host"];
                let body = format!(
                    "<m:GenericData xmlns:m=\"m\" xmlns:f=\"f\" xmlns:c=\"c\"><m:Header><m:ID>X</m:ID></m:Header><f:Footer>\
                     <f:Message code=\"413\" severity=\"Infomation\"><c:Text>The file is too large.</c:Text>\
                     <c:Text>http://{host}/later.zip?a=1&amp;b=2</c:Text></f:Message></f:Footer></m:GenericData>"
                );
                Some(Reply::new(200, "application/xml", body))
            }
        })
    };
    let sample = later(2);
    let outcome = sample.fetch(SDMX);
    assert_eq!((outcome.status, codes(&outcome)), (Status::New, vec![]));
    assert_eq!(sample.stored(&outcome), zip("data.xml"));
    assert_eq!(sample.mock.asked().len(), 4);
    assert_eq!(sample.parts(), 0);
    fails(&later(100), SDMX, "source-comes-later");

    // Padding of the promise is none of the file, which may be shorter.
    let padded = Sample::new(|asked| match asked.path.as_str() {
        "/robots.txt" => None,
        "/later.zip" => Some(Reply::new(200, "application/zip", zip("data.xml"))),
        _ => {
            let body = format!(
                "<E xmlns:f=\"f\"><f:Message code=\"413\"><f:Text>http://{}/later.zip</f:Text>\
                 </f:Message>{}</E>",
                asked.headers["host"],
                " ".repeat(1000)
            );
            Some(Reply::new(200, "application/xml", [body.as_bytes(), &[0; 9]].concat()))
        }
    });
    let outcome = padded.fetch(SDMX);
    assert_eq!((outcome.status, codes(&outcome)), (Status::New, vec!["source-nul-padding"]));
    assert_eq!(padded.stored(&outcome), zip("data.xml"));

    // A promise leads nowhere that a redirect may not lead.
    let elsewhere = "<E xmlns:f=\"f\"><f:Message code=\"413\"><f:Text>http://example.org/login\
                     </f:Text></f:Message></E>";
    let sample = always(Reply::new(200, "application/xml", elsewhere));
    fails(&sample, SDMX, "source-redirect-login");
    assert_eq!(sample.parts(), 0);
}

#[test]
fn xml_is_held_against_what_was_asked() {
    let asked = SDMX.to_owned() + "\nareas = [\"KAZ\", \"KGZ\"]\nfrom = 2019\nto = 2020";
    let xml = |rows: &[(&str, u16)]| always(Reply::new(200, "application/xml", sdmx_xml(rows)));
    let all = [("KAZ", 2019), ("KAZ", 2020), ("KGZ", 2019), ("KGZ", 2020)];
    let outcome = xml(&all).fetch(&asked);
    assert_eq!((outcome.status, codes(&outcome)), (Status::New, vec![]));
    warns(&xml(&all[..2]), &asked, "source-areas-missing");
    let args = fails(&xml(&[("UZB", 2019)]), &asked, "source-outside-asked");
    assert_eq!(value(&args, "found"), "UZB");
    fails(&xml(&[("KAZ", 2010)]), &asked, "source-outside-asked");
    let generic = "<m:GenericData xmlns:m=\"m\" xmlns:g=\"g\"><m:DataSet><g:Series><g:SeriesKey>\
        <g:Value id=\"REF_AREA\" value=\"UZB\"/></g:SeriesKey><g:Obs><g:ObsDimension value=\"2019\"/>\
        <g:ObsValue value=\"1\"/></g:Obs></g:Series></m:DataSet></m:GenericData>";
    fails(&always(Reply::new(200, "text/xml", generic)), &asked, "source-outside-asked");
}

/// An archive with one member that is not packed.
pub(crate) fn zip(name: &str) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(b"a\n");
    let mut common = vec![20, 0, 0, 8, 0, 0, 0, 0, 0, 0];
    common.extend(crc.sum().to_le_bytes());
    common.extend([2, 0, 0, 0, 2, 0, 0, 0]);
    common.extend((name.len() as u16).to_le_bytes());
    common.extend([0, 0]);
    let mut out = [b"PK\x03\x04", &common[..], name.as_bytes(), b"a\n"].concat();
    let start = out.len() as u32;
    out.extend(b"PK\x01\x02\x14\x00");
    out.extend(&common);
    out.extend([0; 14]);
    out.extend(name.as_bytes());
    let size = out.len() as u32 - start;
    out.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}
