//! Headers and cells as systems in many languages write them: what each table comes to, or what it asks.

use crate::Test;
use crate::support::read_csv;
use planner_sheets::field::Kind;
use planner_sheets::mapping::Overrides;
use planner_sheets::record::Record;
use rust_decimal::Decimal;

pub const TESTS: &[Test] = &[
    ("layouts_of_systems::measures_in_many_languages", measures),
    ("layouts_of_systems::days_and_years", days),
    ("layouts_of_systems::what_is_asked", asked),
    ("layouts_of_systems::retired_assets", retired),
];

/// Units and kg of the lines read; an open question by its word; the rejected rows' number.
fn read(text: &str, kind: Kind) -> String {
    let reading = match read_csv(text, kind, &Overrides::default()) {
        Ok(reading) => reading,
        Err(error) => return error.code().to_owned(),
    };
    let asks = reading.mapping.open.iter().chain(&reading.summary.open).map(|open| open.what.word());
    let notes = reading.mapping.notes.iter().filter_map(|note| match note.code.as_str() {
        "unit_or_line_mass" => Some("mass_basis"),
        "mass_unit_open" => Some("mass_unit"),
        _ => None,
    });
    if let Some(question) = asks.chain(notes).next() {
        return format!("asks {question}");
    }
    let (mut units, mut kg) = (0_i64, Decimal::ZERO);
    for record in reading.records() {
        match record {
            Record::Procurement(row) => {
                units += row.quantity;
                let by_unit = row.unit_mass_kg.map(|one| one * Decimal::from(row.quantity));
                kg += row.mass_kg.or(by_unit).unwrap_or_default();
            }
            Record::Disposition(row) => {
                units += row.quantity.unwrap_or_default();
                kg += row.sent_mass_kg.unwrap_or_default();
            }
            _ => {}
        }
    }
    let rejected = if reading.summary.rows_rejected > 0 {
        format!(" rejects {}", reading.summary.rows_rejected)
    } else {
        String::new()
    };
    format!("{units} {}{rejected}", kg.normalize())
}

fn check(kind: Kind, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, read(text, kind)))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| format!("{text}expected {expected}, found {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n\n"));
}

fn measures() {
    check(
        Kind::Procurement,
        &[
            // Net before gross, in many words.
            ("Artikel;Menge;Nettogewicht kg;Bruttogewicht kg\nServer;2;62;80\nNotebook;10;12;20\n", "12 74"),
            (
                "Désignation;Qté;Poids net unitaire (kg);Poids brut unitaire (kg)\nServeur;2;31;40\nPortable;10;1,2;2\n",
                "12 74",
            ),
            (
                "Descripción;Cantidad;Peso neto total (kg);Peso bruto (kg)\nServidor;2;62;80\nPortátil;10;12;20\n",
                "12 74",
            ),
            (
                "Descrizione;Quantità;Peso lordo kg;Peso netto unitario kg\nServer;2;40;31\nPortatile;10;2;1,2\n",
                "12 74",
            ),
            (
                "Descrição;Quantidade;Peso bruto (kg);Peso líquido total (kg)\nServidor;2;80;62\nPortátil;10;20;12\n",
                "12 74",
            ),
            (
                "Omschrijving;Aantal;Brutogewicht per stuk (kg);Nettogewicht per stuk (kg)\nServer;2;40;31\nLaptop;10;2;1,2\n",
                "12 74",
            ),
            ("Nazwa;Ilość;Masa brutto (kg);Masa netto szt. (kg)\nSerwer;2;40;31\nLaptop;10;2;1,2\n", "12 74"),
            ("品名,数量,総重量(kg),正味重量/台(kg)\nサーバー,2,80,31\nノートPC,10,20,1.2\n", "12 74"),
            ("名称,数量,毛重(kg),单台净重(kg)\n服务器,2,40,31\n笔记本电脑,10,2,1.2\n", "12 74"),
            ("품목,수량,단위중량(kg)\n서버,2,31\n노트북,10,1.2\n", "12 74"),
            // Weight of one in abbreviations and compounds.
            ("Artikel;Anz.;Stückgew. (kg)\nServer;2;31\nNotebook;10;1,2\n", "12 74"),
            ("Benämning;Antal;Styckvikt (kg)\nServer;2;31\nBärbar dator;10;1,2\n", "12 74"),
            ("Varetekst;Antall;Vekt pr stk (kg)\nServer;2;31\nBærbar PC;10;1,2\n", "12 74"),
            ("Nimike;Määrä;Paino/kpl (kg)\nPalvelin;2;31\nKannettava;10;1,2\n", "12 74"),
            ("Ürün adı;Miktar;Birim ağırlık (kg)\nSunucu;2;31\nDizüstü;10;1,2\nToplam;12;\n", "12 74"),
            ("Název;Počet ks;Hmotnost/ks (kg)\nServer;2;31\nNotebook;10;1,2\n", "12 74"),
            ("Megnevezés;Mennyiség;Egységsúly (kg)\nSzerver;2;31\nLaptop;10;1,2\n", "12 74"),
            ("Item,Qty,Wt./pc (Lbs)\nServer,2,70\nLaptop,10,3\n", "12 77.1107029"),
            ("Item,Nos,Unit wt. (gms)\nPhone,10,180\nTablet,2,500\n", "12 2.8"),
            ("Item,Quantity,Total Wt (KGS)\nServer,2,62\nLaptop,10,12\n", "12 74"),
            // Prices of one are no quantity.
            (
                "Artikel;Bestellt;Preis je Stück;Gewicht je Stück (kg)\nServer;2;3900;31\nLaptop;10;820;1,2\n",
                "12 74",
            ),
            (
                "Item,No. of units,Cost per unit,Weight each (kg)\nServer,2,3900,31\nLaptop,10,820,1.2\n",
                "12 74",
            ),
            // Units named anywhere.
            ("Item,Qty,Unit weight,Weight UoM\nServer,2,31,KGM\nPhone,10,180,GRM\n", "12 63.8"),
            (
                "Artículo;Cantidad;Peso unitario;Unidad de peso\nServidor;2;31;kilogramos\nTeléfono;10;180;gramos\n",
                "12 63.8",
            ),
            (
                "Položka;Množství;MJ;Hmotnost jednotková (kg)\nServer;2;ks;31\nNotebook;1;tucet;1,2\n",
                "14 76.4",
            ),
            ("Item,Qty,UOM,Unit weight (kg)\nServer,2,EA,31\nLaptop,1,DZN,1.2\n", "14 76.4"),
            // Digits of other scripts.
            ("البند,الكمية,وزن الوحدة (كجم)\nخادم,٢,٣١\nحاسوب,١٠,١٫٢\n", "12 74"),
            ("विवरण,मात्रा,इकाई वजन (किग्रा)\nसर्वर,२,३१\nलैपटॉप,१०,१.२\n", "12 74"),
            // Pieces in packs, where the file tells.
            (
                "Item,Qty,UOM,Units per box,Unit weight (kg)\nTablet,10,BOX,20,0.5\nPhone,3,EA,1,0.2\n",
                "203 100.6",
            ),
            ("品名,発注数量,入数,総数,単位重量(kg)\nタブレット,4,10,40,0.5\nノートPC,3,1,3,1.2\n", "43 23.6"),
            // Parts below a whole of the same weight.
            (
                "Pos;Artikel;Menge;Stückgewicht (kg)\n1;Arbeitsplatz;10;5,7\n1.1;Notebook;10;1,2\n1.2;Monitor;10;4,5\n2;Server;1;31\n",
                "11 88",
            ),
            // A group's head and a total by their sums.
            (
                "Product,Vendor,Quantity,Total weight (kg)\nNotebook 14 (2),,43,61\nNotebook 14,A,40,57\nNotebook 14,B,3,4\n",
                "43 61",
            ),
            (
                "Naam;Leverancier;Aantal;Gewicht totaal (kg)\nLaptop;A;40;57\nServer;B;3;90\nAlles bij elkaar;;43;147\n",
                "43 147",
            ),
            // Struck items and placeholders.
            (
                "Bestellung;Kurztext;Löschkennzeichen;Bestellmenge;Stückgewicht kg\n1;Notebook;;40;1,4\n1;Server;L;2;30\n",
                "40 56",
            ),
            ("Item,Qty,Unit weight (kg)\nServer,2,31\nLaptop,10,tbc\nPhone,~12,0.2\n", "12 62 rejects 1"),
        ],
    );
}

fn days() {
    let cases = [
        ("Name,Model,Purchased,Warranty expires\nPC1,NB14,2024-02-03,2027-02-03\n", Some(2024)),
        ("Description;Qté;Acheté;Fin de garantie\nPortable;1;03.02.2024;03.02.2027\n", Some(2024)),
        ("Descripción;Cantidad;Comprado;Última revisión\nPortátil;1;03/02/2024;14/03/2026\n", Some(2024)),
        ("Beschreibung;Anzahl;Gekauft am;Garantieende\nNotebook;1;03.02.2024;03.02.2027\n", Some(2024)),
        ("Nazwa;Ilość;Data zakupu;Koniec gwarancji\nLaptop;1;2024-02-03;2027-02-03\n", Some(2024)),
        ("Name;Anzahl;Finanzinformationen - Kaufdatum\nNotebook;1;2024-02-03\n", Some(2024)),
        ("Item,Qty,Enrollment date\nLaptop,1,2024-02-03\n", None),
        ("Item,Qty,Created at,Last seen\nLaptop,1,2024-02-03,2026-01-01\n", None),
        ("Item,Qty,PO Date\nLaptop,1,Sat Feb 03 2024 00:00:00 GMT+0100 (CET)\n", Some(2024)),
        ("Item,Qty,Order date\nLaptop,1,Sat Feb 03 00:00:00 CET 2024\n", Some(2024)),
    ];
    for (text, year) in cases {
        let reading = read_csv(text, Kind::Procurement, &Overrides::default()).expect("readable");
        let found = reading.records().find_map(|record| match record {
            Record::Procurement(row) => row.date.map(|date| chrono::Datelike::year(&date)).or(row.year),
            _ => None,
        });
        assert_eq!(found, year, "{text}");
    }
    for header in ["Fiscal year", "Geschäftsjahr", "Année budgétaire", "Año fiscal", "年度"] {
        let text = format!("Item,Qty,{header}\nLaptop,1,FY2024\nMonitor,1,2025\n");
        let reading = read_csv(&text, Kind::Procurement, &Overrides::default()).expect("readable");
        let years = reading.records().filter_map(|record| match record {
            Record::Procurement(row) => row.year,
            _ => None,
        });
        let years: Vec<_> = years.collect();
        assert_eq!(years, [2024, 2025], "{header}");
    }
}

fn asked() {
    check(
        Kind::Procurement,
        &[
            ("Item,Ordered,Received,Unit weight (kg)\nLaptop,10,8,1.2\n", "asks quantity"),
            ("Artikel;Bestellmenge;Liefermenge;Stückgewicht kg\nLaptop;10;8;1,2\n", "asks quantity"),
            ("Item,Ordered,Received,Unit weight (kg)\nLaptop,10,10,1.2\n", "10 12"),
            ("Item,Qty,Gross weight (kg)\nServer,2,80\n", "asks gross_weight"),
            ("Artikel;Menge;Versandgewicht kg\nServer;2;80\n", "asks gross_weight"),
            ("Item,Qty,Weight per unit,Weight unit\nPhone,10,180,grs.x\nServer,2,31,kg\n", "asks value"),
            ("Item,Qty,Unit weight,Weight unit\nPress,2,0.1,TON\nServer,2,31,kg\n", "asks value"),
            ("Item,Qty,Pack size,Unit weight (kg)\nTablet,10,20,0.5\n", "asks pieces"),
            ("Item,Qty,UOM,Unit weight (kg)\nTablet,10,BOX,0.5\nPhone,3,EA,0.2\n", "asks value"),
            ("Item,Unit weight (kg),Berlin,Paris,Roma\nLaptop,1.4,3,0,5\nMonitor,4,2,2,1\n", "asks spread"),
            ("Item,Unit weight (kg),Jan 2025,Feb 2025,Total\nLaptop,1.4,3,5,8\nMonitor,4,2,3,5\n", "13 31.2"),
            ("Level,Item,Qty,Unit weight (kg)\n0,Kit,2,27\n1,Display,2,20\n1,PC,2,5\n", "asks bundle"),
            ("Item,Qty,Serial,Ownership\nLaptop,1,A1,Corporate\nPhone,1,A2,Personal\n", "asks value"),
            ("Item,Qty,Remark\nA,2,x\nB,3,y\nC,4,z\nAlles in einem,9,\n", "asks total"),
        ],
    );
}

fn retired() {
    check(
        Kind::Dispositions,
        &[
            (
                "Job,Date,Item,Qty,Gross (kg),Tare (kg),Net (kg),Outcome\n1,2026-06-14,Laptops,120,238,35,203,Reuse\n",
                "120 203",
            ),
            (
                "Datum;Geräteart;Anzahl;Netto (kg);Verwertungsweg\n14.06.2026;Notebooks;120;203,5;Wiederverwendung\n",
                "120 203.5",
            ),
            (
                "Date;Équipement;Quantité;Poids unitaire (kg);Destination\n14/06/2026;Portables;100;1,6;Réemploi\n",
                "100 160",
            ),
            ("日付,機器,台数,単位重量(kg),処理\n2026-06-14,ノートPC,100,1.6,再利用\n", "100 160"),
            ("Asset Tag,Category,Outcome,Date\nA1,Laptop,Reuse,2026-06-01\n", "asks missing_mass"),
            (
                "Month,Stream,Weight received (kg),Reuse (kg),Recycling (kg),Disposal (kg)\n2026-05,IT,1000,450,500,50\n",
                "0 1000",
            ),
            (
                "Month,Stream,Weight received (kg),Reuse (kg),Recycling (kg),Disposal (kg)\n2026-05,IT,1000,450,500,20\n",
                "0 1000",
            ),
            (
                "Item,Qty,Weight (kg),Outcome,Date\nLaptop,2,3,Reuse,2026-06-01\nMonitor,1,,Reuse,2026-06-01\n",
                "2 3 rejects 1",
            ),
        ],
    );
}
