//! Measures of invented acts: what is one, and which words are its parts.

use daryn_measures::measure::Measure;
use daryn_measures::{extract, ig};

/// The measures of a text, each as one line: rule, polarity, parts.
fn told(text: &str, file: &str) -> Vec<String> {
    let document = daryn_read::read(text.as_bytes(), file);
    let letters: Vec<char> = document.text.chars().collect();
    let line = |measure: &Measure| {
        let parts = measure.parts().into_iter().filter_map(|(name, part)| {
            let part = part?;
            // Code points and bytes name the same words.
            let words: String = letters[part.first..part.last].iter().collect();
            assert_eq!(words, part.words(&document.text));
            Some(format!("{name}={words}"))
        });
        let parts: Vec<String> = parts.collect();
        format!("{} {}: {}", measure.rule.name(), measure.polarity.name(), parts.join(" | "))
    };
    extract(&document).iter().map(line).collect()
}

#[test]
fn russian_rules() {
    let text = "# Правила\n\n\
        1. Администратор ежегодно до 1 мая размещает на интернет-ресурсе информацию о победителях конкурса.\n\n\
        2. Министерство науки и высшего образования обязано представить в Правительство отчет о расходах.\n\n\
        3. Расходы на обучение стипендиатов оплачиваются за счет средств республиканского бюджета.\n\n\
        4. Гражданам запрещается передавать документы третьим лицам.\n\n\
        5. Стипендиат вправе:\n\n1) получать материальную помощь;\n\n2) если он болен;\n\n\
        6. Комиссией принимается решение о присуждении стипендии в течение пяти рабочих дней.\n\n\
        7. Срок рассмотрения заявления не может превышать 15 календарных дней.\n\n\
        8. Стипендия является формой поддержки.\n\n\
        9. Настоящие Правила вводятся в действие со дня опубликования.\n\n\
        10. Заявление, поданное с нарушением срока, не рассматривается.\n";
    let found = told(text, "a.md");
    let wanted = [
        "present obligation: actor=Администратор | action=размещает | object=информацию о победителях конкурса | target_group=победителях конкурса | deadline=ежегодно до 1 мая",
        "deontic obligation: actor=Министерство науки и высшего образования | deontic=обязано | action=обязано представить | object=отчет о расходах",
        "passive obligation: action=оплачиваются | object=Расходы на обучение стипендиатов | target_group=стипендиатов | money=за счет средств республиканского бюджета",
        "deontic prohibition: actor=Гражданам | deontic=запрещается | action=запрещается передавать | object=документы | target_group=третьим лицам",
        "item permission: actor=Стипендиат | action=получать | object=материальную помощь",
        "passive obligation: actor=Комиссией | action=принимается | object=решение о присуждении стипендии | deadline=в течение пяти рабочих дней",
        "term prohibition: action=не может превышать | object=Срок рассмотрения заявления | deadline=15 календарных дней",
        "passive prohibition: action=не рассматривается | object=Заявление",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn kazakh_rules() {
    let text = "# Қағидалар\n\n\
        1. Министрлік жыл сайын 1 мамырға дейін шәкіртақы алушылардың тізімін бекітеді.\n\n\
        2. Комиссия шешімді он жұмыс күні ішінде қабылдайды.\n\n\
        3. Стипендиаттың шағым беруге құқығы бар.\n\n\
        4. Құжаттарды үшінші тұлғаларға беруге тыйым салынады.\n\n\
        5. Шәкіртақы республикалық бюджет қаражаты есебінен төленеді.\n\n\
        6. Шәкіртақы қолдау нысаны болып табылады.\n";
    let found = told(text, "a.md");
    let wanted = [
        "present obligation: actor=Министрлік | action=бекітеді | object=шәкіртақы алушылардың тізімін | target_group=шәкіртақы алушылардың | deadline=жыл сайын 1 мамырға дейін",
        "present obligation: actor=Комиссия | action=қабылдайды | object=шешімді | deadline=он жұмыс күні ішінде",
        "deontic permission: actor=Стипендиаттың | deontic=құқығы бар | action=беруге құқығы бар | object=шағым",
        "deontic prohibition: deontic=тыйым салынады | action=беруге тыйым салынады | object=Құжаттарды | target_group=үшінші тұлғаларға",
        "passive obligation: action=төленеді | object=Шәкіртақы | money=республикалық бюджет қаражаты есебінен",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn kazakh_clauses_below_the_main_one_keep_their_subjects_and_objects() {
    let text = "# Қағидалар\n\n\
        1. Стипендиаттар оқу мерзімі аяқталғанға дейін елге қайтып келуге міндетті.\n\n\
        2. Комиссия гранттарды ғылым саласындағы уәкілетті орган айқындайтын тәртіппен береді.\n\n\
        3. Елге келген студенттердің грант алуға құқығы бар.\n\n\
        4. Министрлік ғалымдардың елде болу мерзімін ұзарту туралы шешім қабылдайды.\n\n\
        5. Комиссия аудандардың, қалалардың тиісті органдарының есебін бекітеді.\n\n\
        6. Рұқсат бір жылға беріледі.\n\n\
        7. Сарапшылар есепті жазады және оны жариялауға міндетті.\n";
    let wanted = [
        "deontic obligation: actor=Стипендиаттар | deontic=міндетті | action=қайтып келуге міндетті | deadline=оқу мерзімі аяқталғанға дейін",
        "present obligation: actor=Комиссия | action=береді | object=гранттарды",
        "deontic permission: actor=студенттердің | deontic=құқығы бар | action=алуға құқығы бар | object=грант",
        "present obligation: actor=Министрлік | action=қабылдайды | object=ғалымдардың елде болу мерзімін ұзарту туралы шешім | target_group=ғалымдардың",
        "present obligation: actor=Комиссия | action=бекітеді | object=аудандардың, қалалардың тиісті органдарының есебін",
        "passive obligation: action=беріледі | object=Рұқсат",
        "present obligation: actor=Сарапшылар | action=жазады | object=есепті",
    ];
    assert_eq!(told(text, "a.md"), wanted);
}

#[test]
fn kazakh_subjects_stand_in_one_case_and_outside_of_clauses() {
    let text = "# Қағидалар\n\n\
        1. Жергілікті атқарушы органдар мен білім беру ұйымдарына есепті тоқсан сайын министрлік жолдайды.\n\n\
        2. Егер өтініш толық болмаса, комиссия оны қарамайды.\n\n\
        3. Грант алушы шартты бұзған жағдайда әкімші қаржыландыруды тоқтатады.\n\n\
        4. Қазақстан Республикасының Үкіметі стипендиялардың мөлшерін белгілейді.\n\n\
        5. Студенттер мен магистранттардың жатақханада тұруға құқығы бар.\n\n\
        6. Сарапшылар кеңесі өтінімдерді он жұмыс күнінен кешіктірмей қарайды.\n\n\
        7. Есептер комиссия мүшелерімен бекітіледі.\n\n\
        8. Гранттар республикалық комиссия тарапынан тағайындалады.\n\n\
        9. Стипендиат оқуын аяқтағаннан кейін екі ай ішінде елге оралуға міндетті.\n\n\
        10. Ғылым және жоғары білім министрлігі ғылыми ұйымдардың тізілімін жүргізеді.\n\n\
        11. Стипендиаттың шетелде тұру мерзімі екі жылдан аспауға тиіс.\n\n\
        12. Тізім жыл сайын, комиссияның төрағасы мәжіліс өткізген кезде жаңартылады.\n";
    let wanted = [
        "present obligation: actor=министрлік | action=жолдайды | object=есепті | deadline=тоқсан сайын",
        "present prohibition: actor=комиссия | action=қарамайды | object=оны",
        "present obligation: actor=әкімші | action=тоқтатады | object=қаржыландыруды | target_group=Грант алушы",
        "present obligation: actor=Қазақстан Республикасының Үкіметі | action=белгілейді | object=стипендиялардың мөлшерін",
        "deontic permission: actor=Студенттер мен магистранттардың | deontic=құқығы бар | action=тұруға құқығы бар",
        "present obligation: actor=Сарапшылар кеңесі | action=қарайды | object=өтінімдерді | deadline=он жұмыс күнінен кешіктірмей",
        "passive obligation: actor=комиссия мүшелерімен | action=бекітіледі | object=Есептер",
        "passive obligation: actor=республикалық комиссия | action=тағайындалады | object=Гранттар",
        "deontic obligation: actor=Стипендиат | deontic=міндетті | action=оралуға міндетті | deadline=оқуын аяқтағаннан кейін екі ай ішінде",
        "present obligation: actor=Ғылым және жоғары білім министрлігі | action=жүргізеді | object=ғылыми ұйымдардың тізілімін | target_group=ғылыми ұйымдардың",
        "term prohibition: actor=Стипендиаттың | action=аспауға тиіс | object=Стипендиаттың шетелде тұру мерзімі",
        "passive obligation: action=жаңартылады | object=Тізім | deadline=жыл сайын",
    ];
    assert_eq!(told(text, "a.md"), wanted);
}

#[test]
fn kazakh_items_take_subject_right_and_term_of_their_lead_in() {
    let text = "# Қағидалар\n\n\
        1. Зерттеушілердің елімізде:\n\n1) зертханаларды пайдалануға;\n\n\
        2) егер шартта өзгеше көзделмесе, жәрдемақы алуға құқығы бар.\n\n\
        2. Грант алушылар екі ай ішінде:\n\n1) есепті тапсыруға;\n\n\
        2) жабдықты тексеруге және сақтауға міндетті.\n";
    let wanted = [
        "item permission: actor=Зерттеушілердің | action=пайдалануға | object=зертханаларды",
        "deontic permission: actor=Зерттеушілердің | deontic=құқығы бар | action=алуға құқығы бар | object=жәрдемақы",
        "item obligation: actor=Грант алушылар | action=тапсыруға | object=есепті | deadline=екі ай ішінде",
        "deontic obligation: actor=Грант алушылар | deontic=міндетті | action=тексеруге және сақтауға міндетті | object=жабдықты | deadline=екі ай ішінде",
    ];
    assert_eq!(told(text, "a.md"), wanted);
}

#[test]
fn russian_actors_wherever_they_stand() {
    let text = "# Правила\n\n\
        1. Местным исполнительным органам и университетам необходимо до 1 марта 2026 года создать центры.\n\n\
        2. Министерству финансов обеспечить выделение средств.\n\n\
        3. Порядок отбора определяют министерства и акимы городов.\n\n\
        4. Решением суда органы полиции изымают документы.\n\n\
        5. Выдача справок после проверки сведений инспектором осуществляется центром обслуживания.\n\n\
        6. Каждый вправе обжаловать решение.\n\n\
        7. По итогам полугодия, не позднее 20 июля, банки представляют сведения.\n\n\
        8. Срок пребывания стажера в лаборатории не может превышать шести месяцев.\n\n\
        9. Ученым советом университета ежегодно, в мае, рассматривается доклад.\n\n\
        10. Обучающиеся, их родители и педагоги участвуют в управлении школой.\n\n\
        11. Финансирование проектов исследователями не осуществляется.\n\n\
        12. Акиматы областей, городов республиканского значения и столицы ведут учет.\n\n\
        13. В случае нарушения договора победителем администратор в течение трех дней направляет уведомление.\n\n\
        14. В случае неявки в течение трех дней студент отчисляется.\n\n\
        15. Принимающие лица не несут ответственность за ущерб.\n\n\
        16. Университеты обязаны:\n\n1) до конца учебного года сдать отчет;\n\n\
        2) если студент болен;\n";
    let wanted = [
        "deontic obligation: actor=Местным исполнительным органам и университетам | deontic=необходимо | action=создать | object=центры | deadline=до 1 марта 2026 года",
        "deontic obligation: actor=Министерству финансов | action=обеспечить | object=выделение средств",
        "present obligation: actor=министерства и акимы городов | action=определяют | object=Порядок отбора",
        "present obligation: actor=органы полиции | action=изымают | object=документы",
        "passive obligation: actor=центром обслуживания | action=осуществляется | object=Выдача справок",
        "deontic permission: actor=Каждый | deontic=вправе | action=вправе обжаловать | object=решение",
        "present obligation: actor=банки | action=представляют | object=сведения | deadline=По итогам полугодия, не позднее 20 июля",
        "term prohibition: actor=стажера | action=не может превышать | object=Срок пребывания стажера в лаборатории",
        "passive obligation: actor=советом университета | action=рассматривается | object=доклад | deadline=ежегодно, в мае",
        "present obligation: actor=Обучающиеся, их родители и педагоги | action=участвуют",
        "passive prohibition: actor=исследователями | action=не осуществляется | object=Финансирование проектов",
        "present obligation: actor=Акиматы областей, городов республиканского значения и столицы | action=ведут | object=учет",
        "present obligation: actor=администратор | action=направляет | object=уведомление | target_group=победителем | deadline=в течение трех дней",
        "passive obligation: action=отчисляется | object=студент | target_group=студент",
        "item obligation: actor=Университеты | action=сдать | object=отчет | deadline=до конца учебного года",
    ];
    assert_eq!(told(text, "a.md"), wanted);
}

#[test]
fn a_programme_plans_in_the_future_and_describes_in_the_present() {
    let text = "# Концепция развития науки\n\n\
        Государство обеспечивает доступ к данным.\n\n\
        Будет разработан механизм возвращения ученых путем выделения грантов.\n\n\
        Тем самым будет создана база роста.\n\n\
        Ожидаемые результаты к 2030 году:\n\n1) увеличение доли молодых ученых с 12 % до 20 %;\n";
    assert_eq!(
        told(text, "a.md"),
        [
            "future plan: action=Будет разработан | object=механизм возвращения ученых | target_group=ученых | instrument=путем выделения грантов",
            "result plan: action=увеличение | object=доли молодых ученых | target_group=молодых ученых | deadline=к 2030 году | indicator=доли молодых ученых с 12 % до 20 %",
        ]
    );
}

#[test]
fn rows_of_a_plan_are_measures_with_their_cells() {
    let html = "<html><body><h1>План мероприятий</h1><table>\
        <tr><th>№</th><th>Мероприятие</th><th>Форма завершения</th><th>Ответственные</th><th>Срок</th><th>Финансирование, млн тенге</th></tr>\
        <tr><td>1.</td><td>Создание центра поддержки ученых</td><td>отчет</td><td>МНВО (созыв), МИД</td><td>IV квартал</td><td>12,5</td></tr>\
        <tr><td>2.</td><td>Открытие лабораторий</td><td>акт</td><td>МНВО</td><td>31.02.2025</td><td>7</td></tr>\
        </table></body></html>";
    let document = daryn_read::read(html.as_bytes(), "a.html");
    let measures = extract(&document);
    assert_eq!(measures.len(), 2);
    let first = &measures[0];
    assert_eq!(
        ig::script(first, &document.text),
        "A(МНВО (созыв), МИД) I(Создание) Bdir(центра поддержки ученых) Cex(IV квартал) Cex(12,5)"
    );
    let (_, when) = first.deadline.as_ref().expect("a deadline");
    assert_eq!((when.to, when.doubt), (None, Some(daryn_measures::time::Doubt::NoYear)));
    let (_, money) = first.money.as_ref().expect("money");
    assert_eq!((money.amount.as_deref(), money.currency), (Some("12500000"), Some("KZT")));
    assert_eq!(first.completion.map(|it| it.words(&document.text)), Some("отчет"));
    assert_eq!((first.completeness(), measures[1].rule.name()), (3, "row"));
    let (_, when) = measures[1].deadline.as_ref().expect("a deadline");
    assert_eq!(when.doubt, Some(daryn_measures::time::Doubt::NoSuchDay));
}

/// A plan of the rows: action, who, until when, and columns with these heads.
fn plan(heads: &[&str], rows: &[&str]) -> String {
    let heads: String = heads.iter().map(|head| format!(" {head} |")).collect();
    let mut text = format!("# План\n\n| № | Мероприятие | Исполнители | Срок |{heads}\n|");
    text += &"---|".repeat(4 + heads.matches('|').count());
    for (number, row) in (1..).zip(rows) {
        text += &format!("\n| {number} | {row} |");
    }
    text + "\n"
}

#[test]
fn rows_of_a_plan_may_begin_with_an_infinitive() {
    let rows = [
        "Создать базу данных | МИД | 2026 год",
        "Министерству образования разработать программу обмена | МИД | 2026 год",
        "Центральным органам обеспечить приём студентов | МИД | 2026 год",
        "Подготовка предложений создать фонд | МИД | 2026 год",
    ];
    let found = told(&plan(&[], &rows), "plan.md");
    let action = |row: &String| {
        row.split(" | ").find_map(|it| it.split("action=").nth(1).map(str::to_owned))
    };
    let actions: Vec<_> = found.iter().filter_map(action).collect();
    assert_eq!(actions, ["Создать", "разработать", "обеспечить", "Подготовка"], "{found:#?}");
}

#[test]
fn money_of_a_plan_has_a_source_in_a_column_of_its_own() {
    let rows = [
        "Создание центра | МИД | 2026 год | 12 | МБ",
        "Создание музея | МИД | 2026 год | 5 млн тенге | республиканский бюджет",
        "Создание архива | МИД | 2026 год |  | РБ",
    ];
    let text = plan(&["Объем финансирования, млн тенге", "Источники финансирования"], &rows);
    let document = daryn_read::read(text.as_bytes(), "plan.md");
    let of = |it: &daryn_measures::measure::Measure| {
        let money = it.money.clone().map(|it| it.1).unwrap_or_default();
        (money.amount, money.source)
    };
    use daryn_measures::money::Source;
    let found: Vec<_> = extract(&document).iter().map(of).collect();
    let amount = |digits: &str| Some(digits.to_owned());
    assert_eq!(
        found,
        [
            (amount("12000000"), Some(Source::Local)),
            (amount("5000000"), Some(Source::Republican)),
            (None, Some(Source::Republican)),
        ]
    );
}

#[test]
fn years_of_values_are_no_deadlines_and_sums_measure_nothing() {
    let text = "# Концепция развития науки\n\n\
        Министерство науки увеличит долю иностранных студентов с 5 % в 2020 году до 10 % в 2025 году.\n\n\
        Акиматы обеспечат строительство центров на сумму 200 млн тенге.\n\n\
        Министерство науки обеспечит рост вложений в 3 раза к уровню 2019 года (163 млрд тенге в 2019 году).\n";
    let document = daryn_read::read(text.as_bytes(), "a.md");
    let found = extract(&document);
    assert_eq!(found.len(), 3, "{:#?}", told(text, "a.md"));
    let (_, share) = found[0].indicator.as_ref().expect("an indicator");
    let value = |it: &Option<daryn_measures::indicator::Value>| {
        it.as_ref().map(|it| (it.number.to_string(), it.year))
    };
    assert_eq!(value(&share.baseline), Some(("5".to_owned(), Some(2020))));
    assert_eq!(value(&share.target), Some(("10".to_owned(), Some(2025))));
    assert_eq!(found[0].deadline, None);
    assert!(found[1].money.is_some() && found[1].indicator.is_none());
    let (_, growth) = found[2].indicator.as_ref().expect("an indicator");
    assert_eq!(value(&growth.target), Some(("3".to_owned(), None)));
    assert_eq!(found[2].money, None);
}

#[test]
fn english_rules_are_few() {
    let text = "# Rules\n\nThe Ministry shall publish a report within 10 working days.\n";
    assert_eq!(
        told(text, "a.md"),
        [
            "deontic obligation: actor=The Ministry | deontic=shall | action=shall publish | object=a report | deadline=within 10 working days"
        ]
    );
}

#[test]
fn what_holds_no_measure_has_none() {
    assert!(told("", "a.md").is_empty());
    assert!(told("# Заголовок\n\n12345 67890\n", "a.md").is_empty());
}
