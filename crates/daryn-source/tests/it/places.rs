//! A good answer of every place in its own shape: nothing is to be said about it.

use daryn_source::{Status, connector};

use crate::answers::zip;
use crate::mock::{Asked, Reply};
use crate::sample::{Sample, codes, fails};

/// Fetches an entry from a server that answers one path.
#[track_caller]
fn good(entry: &str, path: &'static str, reply: Reply) -> Sample {
    let sample = Sample::new(move |asked: &Asked| (asked.path == path).then(|| reply.clone()));
    let outcome = sample.fetch(entry);
    assert_eq!(codes(&outcome), [""; 0], "{outcome:?} {:?}", sample.mock.asked());
    assert_eq!(outcome.status, Status::New);
    assert_eq!(sample.replay(entry).status, Status::Replayed);
    sample
}

#[test]
fn uis() {
    let body = r#"{"hints":[],"records":[
      {"indicatorId":"GER.5T8","geoUnit":"KAZ","year":2019,"value":70.73,"magnitude":null,"qualifier":null},
      {"indicatorId":"GER.5T8","geoUnit":"KAZ","year":2020,"value":71.2,"magnitude":null,"qualifier":"UIS_EST"}],
     "indicatorMetadata":[]}"#;
    good(
        "connector = \"uis\"\nareas = [\"KAZ\"]\nfrom = 2019\nto = 2020\nparameters = { indicator = \"GER.5T8\", version = \"20260507-91260335\" }",
        "/data/indicators?indicator=GER.5T8&geoUnit=KAZ&start=2019&end=2020&version=20260507-91260335",
        Reply::json(body),
    );
    let versions = r#"[{"version":"20260507-91260335","publicationDate":"2026-05-08T16:58:36.233Z","description":"string","themeDataStatus":[]}]"#;
    let sample =
        good("connector = \"uis\"\nquery = \"versions\"", "/versions", Reply::json(versions));
    assert_eq!(sample.log().entries[0].vintage.as_deref(), Some("20260507-91260335"));
    good(
        "connector = \"uis\"\nquery = \"bulk\"\nparameters = { file = \"202602/SDG.zip\" }",
        "/202602/SDG.zip",
        Reply::new(200, "application/zip", zip("SDG_DATA_NATIONAL.csv")),
    );
}

#[test]
fn unsdg() {
    let row = |year: u16| {
        format!(
            r#"{{"goal":["9"],"target":["9.5"],"indicator":["9.5.1"],"series":"GB_XPD_RSDV","geoAreaCode":"4","geoAreaName":"Afghanistan",
            "timePeriodStart":{year}.0,"value":"<2.5","valueType":"Float","attributes":{{"Nature":"C"}},"dimensions":{{"Reporting Type":"G"}}}}"#
        )
    };
    let page = move |page: u16| {
        format!(
            r#"{{"size":1,"totalElements":2,"totalPages":2,"pageNumber":{page},"attributes":[],"dimensions":[],"data":[{}]}}"#,
            row(2017 + page)
        )
    };
    let sample = Sample::new(move |asked| {
        let number = asked.path.split("&page=").nth(1)?.parse().ok()?;
        Some(Reply::json(page(number)))
    });
    let entry = "connector = \"unsdg\"\nareas = [\"004\"]\nfrom = 2018\nto = 2019\nparameters = { series = \"GB_XPD_RSDV\", size = 1 }";
    let outcome = sample.fetch(entry);
    assert_eq!((outcome.status, codes(&outcome)), (Status::New, vec![]));
    assert_eq!(sample.mock.asked().len(), 2);
    let none = r#"{"size":25,"totalElements":0,"totalPages":0,"pageNumber":1,"attributes":[],"dimensions":[],"data":[]}"#;
    let empty = Sample::new(move |asked| (asked.path != "/robots.txt").then(|| Reply::json(none)));
    fails(&empty, entry, "source-empty");

    let table = "Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,FootNote,[Units]\n\
                 9,9.5,9.5.1,GB_XPD_RSDV,R&D,398,Kazakhstan,2018,0.12,\"a\nb\",PERCENT\n";
    let sample = good(
        "connector = \"unsdg\"\nquery = \"csv\"\nareas = [\"398\"]\nfrom = 2018\nto = 2018\nparameters = { series = \"GB_XPD_RSDV\" }",
        "/Series/DataCSV",
        Reply::new(200, "application/octet-stream", table),
    );
    let asked = &sample.mock.asked()[0];
    assert_eq!(asked.method, "POST");
    assert_eq!(
        asked.body,
        "seriesCodes=GB_XPD_RSDV&areaCodes=398&timePeriodStart=2018&timePeriodEnd=2018"
    );
    assert_eq!(asked.headers["content-type"], "application/x-www-form-urlencoded");
}

#[test]
fn ilostat() {
    let table = "ref_area,source,indicator,sex,classif1,time,obs_value,obs_status\n\
                 KAZ,BA:1,UNE_DEAP_SEX_AGE_EDU_RT_A,SEX_T,AGE_YTHADULT_YGE15,2019,4.8,\n";
    good(
        "connector = \"ilostat\"\nareas = [\"KAZ\"]\nfrom = 2019\nto = 2019\nparameters = { indicator = \"UNE_DEAP_SEX_AGE_EDU_RT_A\" }",
        "/data/indicator/?id=UNE_DEAP_SEX_AGE_EDU_RT_A&ref_area=KAZ&timefrom=2019&timeto=2019&type=code&format=.csv",
        Reply::new(200, "text/csv", table),
    );
    let table = "DATAFLOW,REF_AREA,FREQ,TIME_PERIOD,OBS_VALUE\nILO:DF_X(1.0),KAZ,A,2019,4.8\n";
    good(
        "connector = \"ilostat\"\nquery = \"sdmx\"\nareas = [\"KAZ\"]\nparameters = { flow = \"DF_X\", key = \"KAZ.A\" }",
        "/data/ILO,DF_X/KAZ.A?format=csv",
        Reply::new(200, "application/vnd.sdmx.data+csv; version=1.0.0; charset=utf-8", table),
    );
}

#[test]
fn sdmx_of_any_agency() {
    let entry = |more: &str| {
        format!("connector = \"sdmx\"\naddress = \"https://sdmx.example.org/rest\"\n{more}")
    };
    // SDMX-CSV 2.0 with labels and semicolons.
    let table = "STRUCTURE;STRUCTURE_ID;ACTION;REF_AREA: Area;TIME_PERIOD: Time;OBS_VALUE\n\
                 dataflow;A:B(1.0);I;KAZ: Kazakhstan;2019: 2019;12,4\n";
    good(
        &entry("areas = [\"KAZ\"]\nfrom = 2019\nto = 2019\nparameters = { flow = \"A,B,1.0\" }"),
        "/data/A,B,1.0/all?startPeriod=2019&endPeriod=2019",
        Reply::new(200, "text/csv", table),
    );
    let json = r#"{"header":{"id":"x","test":false},"dataSets":[{"action":"Information","series":{}}],"structure":{"dimensions":{}}}"#;
    good(
        &entry("query = \"json\"\nparameters = { flow = \"B\", format = \"jsondata\" }"),
        "/data/B/all?format=jsondata",
        Reply::new(200, "application/vnd.sdmx.data+json;version=1.0.0", json),
    );
    let stat = r#"{"version":"2.0","class":"dataset","updated":"2026-02-01","value":{"0":12.3},"id":["geo","time"],"size":[1,1],
      "dimension":{"geo":{"category":{"index":{"AT":0}}},"time":{"category":{"index":{"2019":0}}}}}"#;
    let sample = good(
        &entry(
            "query = \"jsonstat\"\nareas = [\"AT\"]\nfrom = 2019\nto = 2019\nparameters = { flow = \"migr\" }",
        ),
        "/data/migr?format=JSON&lang=EN&geo=AT&sinceTimePeriod=2019&untilTimePeriod=2019",
        Reply::json(stat),
    );
    assert_eq!(sample.log().entries[0].vintage.as_deref(), Some("2026-02-01"));
    let structure = "<?xml version=\"1.0\"?><m:Structure xmlns:m=\"m\"><m:Header/><m:Structures/></m:Structure>";
    good(
        &entry(
            "query = \"structure\"\nparameters = { resource = \"codelist\", agency = \"ILO\", id = \"CL_SEX\" }",
        ),
        "/codelist/ILO/CL_SEX/latest",
        Reply::new(
            200,
            "application/vnd.sdmx.structure+xml; charset=utf-8; version=2.1",
            structure,
        ),
    );
}

#[test]
fn taldau() {
    let body = r#"[{"terms":[741880,741885],"termNames":["РЕСПУБЛИКА КАЗАХСТАН","Всего"],
      "periods":[{"name":"2019 год","date":"31.12.2019","value":"-32970"},{"name":"2020 год","date":"31.12.2020","value":"x"}]}]"#;
    good(
        "connector = \"taldau\"\nareas = [\"741880\"]\nfrom = 2019\nto = 2020\nparameters = { index = 703831, dics = \"67,915\" }",
        "/ru/Api/GetIndexData/703831?period=7&dics=67,915",
        Reply::json(body),
    );
    let found = r#"{"total":"1","results":[{"id":703831,"Name":"Сальдо миграции","Code":"1"}]}"#;
    good(
        "connector = \"taldau\"\nquery = \"search\"\nparameters = { keyword = \"миграция\" }",
        "/ru/Api/Search?keyword=%D0%BC%D0%B8%D0%B3%D1%80%D0%B0%D1%86%D0%B8%D1%8F",
        Reply::json(found),
    );
}

#[test]
fn workbooks_and_publications() {
    let book = Reply::new(
        200,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        zip("xl/workbook.xml"),
    );
    good(
        "connector = \"undesa\"\nquery = \"stock\"\nparameters = { year = 2020 }",
        "/undesa_pd_2020_ims_stock_by_sex_destination_and_origin.xlsx",
        book,
    );
    good(
        "connector = \"iom\"\nparameters = { file = \"wmr-2024.pdf\" }",
        "/wmr-2024.pdf",
        Reply::new(200, "application/pdf", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n"),
    );
    let rows = r#"{"isSuccess":true,"statusCode":200,"errorMessages":[],"result":[{"id":1,"admin0Pcode":"EXL","yearReportingDate":2024,"numPresentIdpInd":1200}]}"#;
    good(
        "connector = \"iom\"\nquery = \"displacement\"\nareas = [\"EXL\"]\nfrom = 2024\nto = 2024",
        "/displacement/admin0?Admin0Pcode=EXL&FromReportingDate=2024-01-01&ToReportingDate=2024-12-31",
        Reply::json(rows),
    );
}

#[test]
fn open_sdg() {
    good(
        "connector = \"opensdg\"\naddress = \"https://example.org/sdg-data\"\nfrom = 2019\nto = 2019\nparameters = { indicator = \"4-b-1\" }",
        "/data/4-b-1.csv",
        Reply::new(200, "text/csv", "Year,Units,Value\n2019,PERCENT,1.5\n"),
    );
    good(
        "connector = \"opensdg\"\nquery = \"json\"\naddress = \"https://example.org/sdg\"\nparameters = { indicator = \"4-b-1\" }",
        "/en/data/4-b-1.json",
        Reply::json(r#"{"data":{"Year":[2019],"Value":[1.5]},"edges":{}}"#),
    );
}

#[test]
fn dbnomics() {
    let doc = |code: &str| {
        format!(
            r#"{{"provider_code":"WB","dataset_code":"WDI","series_code":"{code}","@frequency":"annual","indexed_at":"2026-01-02",
            "period":["2019","2020"],"value":[1.2,"NA"]}}"#
        )
    };
    let body = format!(
        r#"{{"series":{{"docs":[{}],"limit":1000,"offset":0,"num_found":1}},"_meta":{{"version":"22"}}}}"#,
        doc("A-X-KAZ")
    );
    good(
        "connector = \"dbnomics\"\nfrom = 2019\nto = 2020\nparameters = { provider = \"WB\", dataset = \"WDI\", series = \"A-X-KAZ\" }",
        "/series/WB/WDI/A-X-KAZ?observations=1",
        Reply::json(body),
    );
    let sample = Sample::new(move |asked| {
        let offset: usize = asked.path.split("offset=").nth(1)?.parse().ok()?;
        let docs: Vec<String> = (offset..5.min(offset + 2)).map(|n| doc(&n.to_string())).collect();
        Some(Reply::json(format!(
            r#"{{"series":{{"docs":[{}],"limit":2,"offset":{offset},"num_found":5}}}}"#,
            docs.join(",")
        )))
    });
    let entry = "connector = \"dbnomics\"\nquery = \"dataset\"\nparameters = { provider = \"WB\", dataset = \"WDI\", size = 2 }";
    let outcome = sample.fetch(entry);
    assert_eq!((outcome.status, codes(&outcome)), (Status::New, vec![]));
    assert_eq!(sample.mock.asked().len(), 3);
}

#[test]
fn openalex() {
    let sample = Sample::new(|asked| {
        let (rows, next) = match asked.path.split("cursor=").nth(1)? {
            "*" => (
                r#"{"id":"W1","publication_year":2019},{"id":"W2","publication_year":2020}"#,
                "\"Ab=\"",
            ),
            "Ab%3D" => (r#"{"id":"W3","publication_year":2020}"#, "null"),
            _ => return None,
        };
        Some(Reply::json(format!(
            r#"{{"meta":{{"count":3,"next_cursor":{next}}},"results":[{rows}],"group_by":[]}}"#
        )))
    });
    let entry = "connector = \"openalex\"\nareas = [\"kz\"]\nfrom = 2019\nto = 2020\nparameters = { select = \"id,publication_year\" }";
    let outcome = sample.fetch(entry);
    assert_eq!((outcome.status, codes(&outcome)), (Status::New, vec![]));
    assert_eq!(sample.mock.asked().len(), 2);
}

/// The example of the design notes.
const ACT: &str = r#"{"id":"900001","code":"900001","ngr":"P2200009999","language":"rus","versionDate":"2022-11-30","versionsCount":1,"actualVersion":true,"pagesCount":1,
 "metadata":{"title":{"rus":"Концепция примера","kaz":"Мысал тұжырымдамасы"},"stateAgencyApprovalDate":"2022-11-30","stateAgencyDocNumber":"9999","status":"new","actTypes":["ПОСТ","КОНЦ"]},
 "content":[{"id":"1","type":"doc","level":1,"properties":[]},{"id":"2","type":"chapter","level":2,"index":"1","properties":[]},{"id":"3","type":"heading","level":3,"text":"1. Общие положения","properties":[]},
 {"id":"4","type":"point","level":3,"index":"1","properties":[]},{"id":"5","type":"text","level":4,"text":"1. Текст пункта.","properties":[]},{"id":"6","type":"note","level":3,"text":"Сноска. Пункт 1 изменен.","properties":[]}],
 "index":[{"title":"1. Общие положения","level":2,"type":"chapter","index":"1","docIndex":1}]}"#;

#[test]
fn zan() {
    let entry = "connector = \"zan\"\nparameters = { id = \"P2200009999\" }";
    let sample = good(entry, "/documents/P2200009999/rus?withHtml=false&page=1", Reply::json(ACT));
    assert_eq!(sample.log().entries[0].vintage.as_deref(), Some("2022-11-30"));
    good(
        "connector = \"zan\"\nquery = \"edition\"\nparameters = { id = \"900001\", lang = \"rus\", date = \"30.11.2022\" }",
        "/documents/900001/rus/30.11.2022?withHtml=false&page=1",
        Reply::json(ACT),
    );
    // Another act or language than was asked for.
    let other = Sample::new(|asked| (asked.path != "/robots.txt").then(|| Reply::json(ACT)));
    fails(&other, "connector = \"zan\"\nparameters = { id = \"900002\" }", "source-outside-asked");
    let kazakh = "connector = \"zan\"\nparameters = { id = \"900001\", lang = \"kaz\" }";
    fails(&other, kazakh, "source-outside-asked");
    let list = r#"{"page":1,"pageCount":1,"documentsFound":1,"list":[{"id":"900001","code":"900001","actTypes":["ПОСТ","КОНЦ"],"initialPublicationDate":1997,"status":"new"}]}"#;
    let sample = good(
        "connector = \"zan\"\nquery = \"search\"\nparameters = { type = \"КОНЦ\" }",
        "/documents/search",
        Reply::json(list),
    );
    assert!(sample.mock.asked()[0].body.contains("\"actTypes\":[\"КОНЦ\"]"));
}

#[test]
fn a_long_act_is_read_to_its_last_page() {
    let sample = Sample::new(|asked| {
        let page = asked.path.split("&page=").nth(1)?;
        let text = ACT.replace("\"pagesCount\":1", "\"pagesCount\":2");
        Some(Reply::json(text.replace("Текст пункта", &format!("Текст пункта {page}"))))
    });
    let outcome = sample.fetch("connector = \"zan\"\nparameters = { id = \"900001\" }");
    assert_eq!((outcome.status, codes(&outcome)), (Status::New, vec![]));
    assert_eq!(sample.log().entries[0].parts.len(), 2);
}

#[test]
fn adilet_is_asked_only_with_permission() {
    let page = "<html><body><div class=\"container_alpha slogan\"><h1>О Концепции</h1></div>\
                <div class=\"container_gamma text text_new\"><article><p>1.</p></article></div></body></html>";
    let entry = "connector = \"adilet\"\nparameters = { id = \"P2200000961\" }";
    let sample = Sample::new(move |asked| match asked.path.as_str() {
        "/robots.txt" => Some(Reply::new(200, "text/plain", "User-agent: *\nDisallow: /\n")),
        "/rus/docs/P2200000961" => Some(Reply::html(200, page)),
        _ => None,
    });
    fails(&sample, entry, "source-import-only");
    assert_eq!((sample.mock.asked().len(), sample.mock.robots()), (0, 0));
    let allowed = sample.fetch(&format!("{entry}\nallow = \"with permission\""));
    assert_eq!((allowed.status, codes(&allowed)), (Status::New, vec![]));
}

#[test]
fn every_place_is_tried_here() {
    let text =
        concat!(include_str!("places.rs"), include_str!("answers.rs"), include_str!("network.rs"));
    for connector in connector::all() {
        assert!(
            text.contains(&format!("connector = \\\"{}\\\"", connector.id)),
            "{}",
            connector.id
        );
    }
}
