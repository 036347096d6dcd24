//! What Larkmoor Group SE buys. All names are invented.

use planner_core::recognise::Described;
use planner_core::weight::{Device, UnitMass, Weights};
use planner_sheets::recognise::{kind_of_key, recogniser};
use planner_sheets::weights::device_tables;
use rust_decimal::Decimal;

/// How the mass of a product's lines becomes known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The row states it.
    Row,
    /// The catalogue knows the model.
    Catalogue,
    /// Only devices like it say.
    Default,
    /// Nothing does.
    Unresolved,
}

impl Source {
    /// The word of it in answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Catalogue => "catalogue",
            Self::Default => "default",
            Self::Unresolved => "unresolved",
        }
    }
}

/// A category: its key, and its word in the files.
pub struct Category {
    /// Key.
    pub key: &'static str,
    /// Word.
    pub word: &'static str,
}

/// Categories with a weight, in the order of their mass.
pub const CATEGORIES: [Category; 9] = [
    category("server", "Servers"),
    category("monitor", "Monitors"),
    category("desktop", "Desktops"),
    category("laptop", "Laptops"),
    category("network", "Network"),
    category("storage", "Storage"),
    category("thin_client", "Thin clients"),
    category("tablet", "Tablets"),
    category("smartphone", "Smartphones"),
];

const fn category(key: &'static str, word: &'static str) -> Category {
    Category { key, word }
}

/// What the shipped tables weigh a device with that a file describes so: the app's own rule.
pub fn weighed(category: &str, item: &str, maker: &str, model: &str) -> Option<UnitMass> {
    let given = |text| Some(text).filter(|text: &&str| !text.is_empty());
    let (item, manufacturer, model) = (given(item), given(maker), given(model));
    let row = Described { item, manufacturer, model, category: kind_of_key(category) };
    let device = Device { item, manufacturer, model, category: given(category) };
    let weights = Weights { tables: Some(device_tables()), ..Weights::default() };
    weights.find(device, &recogniser().row(row))
}

/// The category of a key.
pub fn category_of(key: &str) -> Option<&'static Category> {
    CATEGORIES.iter().find(|category| category.key == key)
}

/// The word of a category in the files, also of those without a default.
pub fn category_word(key: &str) -> &'static str {
    match key {
        "pos" => "Points of sale",
        "projector" => "Projectors",
        "rack" => "Racks",
        key => category_of(key).map_or("", |category| category.word),
    }
}

/// A product: category key, item text, manufacturer, model, mass of a unit in kg, price in whole units.
#[derive(Clone, Copy, Debug)]
pub struct Product {
    /// Category key.
    pub category: &'static str,
    /// How its mass becomes known.
    pub source: Source,
    /// Item text.
    pub item: &'static str,
    /// Manufacturer.
    pub maker: &'static str,
    /// Model.
    pub model: &'static str,
    /// Mass of a unit in kg; empty where only a default applies.
    pub kg: &'static str,
    /// Price of one.
    pub price: i64,
}

impl Product {
    /// Mass of a unit in kg: its own, else that of devices like it.
    pub fn unit_kg(&self) -> Option<Decimal> {
        match self.kg {
            "" => weighed(self.category, self.item, self.maker, self.model).map(|unit| unit.mid),
            kg => Some(kg.parse().expect("a decimal")),
        }
    }
}

const fn product(
    category: &'static str,
    source: Source,
    [item, maker, model, kg]: [&'static str; 4],
    price: i64,
) -> Product {
    Product { category, source, item, maker, model, kg, price }
}

use Source::{Catalogue, Default, Row};

/// All products with a weight.
pub const PRODUCTS: &[Product] = &[
    product("server", Row, ["Rack server 2U, dual socket", "Halden", "R2U-D", "24.6"], 8_410),
    product("server", Row, ["Rack server 1U", "Halden", "R1U", "17.2"], 5_290),
    product("server", Row, ["Rack server 2U, storage dense", "Brenwick", "SD-24", "33.8"], 9_120),
    product("server", Row, ["Rack server 4U, eight accelerators", "Orla", "G4-8", "52.4"], 48_400),
    product("server", Row, ["Edge server, short depth", "Halden", "E1-S", "9.8"], 2_640),
    product("server", Catalogue, ["Rack server 2U, single socket", "Halden", "R2U-S", "21.4"], 6_190),
    product("server", Catalogue, ["Rack server 1U, dual socket", "Brenwick", "N1-D", "18.95"], 6_840),
    product("server", Catalogue, ["Blade server, half height", "Orla", "B-HH", "6.85"], 7_350),
    product("server", Default, ["Rack server, standard build", "Kestria", "", ""], 5_900),
    product("monitor", Row, ["Monitor 27″ QHD", "Orla", "M27Q", "6.1"], 220),
    product("monitor", Row, ["Monitor 24″ IPS", "Kestria", "K24-I", "4.85"], 149),
    product("monitor", Row, ["Monitor 32″ 4K", "Orla", "M32U", "9.35"], 489),
    product("monitor", Row, ["Monitor 34″, curved", "Kestria", "K34-C", "10.2"], 529),
    product("monitor", Catalogue, ["Monitor 24″ with hub", "Orla", "M24H", "5.35"], 189),
    product("monitor", Catalogue, ["Monitor 27″ with dock", "Kestria", "K27-D", "7.05"], 339),
    product("monitor", Default, ["Monitor 24″", "Orla", "", ""], 139),
    product("desktop", Row, ["Desktop tower", "Brenwick", "T5", "8.9"], 780),
    product("desktop", Row, ["Desktop, small form factor", "Halden", "D-SFF", "5.6"], 690),
    product("desktop", Row, ["Desktop all-in-one 24″", "Orla", "AIO24", "7.45"], 960),
    product("desktop", Catalogue, ["Desktop micro", "Halden", "D-M1", "1.85"], 610),
    product("desktop", Catalogue, ["Desktop slim", "Brenwick", "S3", "4.95"], 650),
    product("desktop", Default, ["Desktop mini PC", "Kestria", "", ""], 540),
    product("laptop", Row, ["Laptop 16″", "Orla", "L16", "1.95"], 1_490),
    product("laptop", Row, ["Laptop 13″", "Kestria", "K13", "1.21"], 1_240),
    product("laptop", Row, ["Laptop 15″, rugged", "Brenwick", "RG-15", "2.85"], 2_380),
    product("laptop", Catalogue, ["Laptop 14″, model A14", "Halden", "A14", "1.42"], 1_205),
    product("laptop", Catalogue, ["Laptop 14″, convertible", "Orla", "L14-C", "1.56"], 1_390),
    product("laptop", Default, ["Laptop 15″", "Halden", "", ""], 990),
    product("network", Row, ["Core switch, chassis", "Tolvane", "CS-9", "41.6"], 21_900),
    product("network", Row, ["Firewall 1U", "Brenwick", "FW-1U", "7.8"], 4_870),
    product("network", Row, ["Branch router", "Tolvane", "BR-2", "3.4"], 1_150),
    product("network", Row, ["Access point, indoor", "Tolvane", "AP-6", "0.92"], 410),
    product("network", Catalogue, ["Access switch, 24 ports", "Tolvane", "AS-24", "4.3"], 1_890),
    product("network", Catalogue, ["Distribution switch 1U", "Tolvane", "DS-32", "9.15"], 7_600),
    product("storage", Row, ["Storage controller 2U", "Brenwick", "SC-2", "27.5"], 16_400),
    product("storage", Row, ["Tape library 3U", "Orla", "TL-3", "34.2"], 9_800),
    product("storage", Catalogue, ["Storage shelf, 24 bays", "Halden", "SS-24", "31.8"], 7_400),
    product("storage", Catalogue, ["Storage shelf, 60 bays", "Halden", "SS-60", "72.5"], 13_900),
    product("thin_client", Row, ["Thin client, four displays", "Kestria", "TC-4", "1.35"], 420),
    product("thin_client", Catalogue, ["Thin client, two displays", "Kestria", "TC-2", "1.05"], 340),
    product("thin_client", Default, ["Thin client", "Orla", "", ""], 310),
    product("tablet", Row, ["Tablet 11″", "Orla", "T11", "0.49"], 560),
    product("tablet", Row, ["Tablet 10″, rugged", "Kestria", "TR-10", "1.12"], 890),
    product("tablet", Catalogue, ["Tablet 10″", "Orla", "T10", "0.46"], 470),
    product("tablet", Default, ["Tablet, field kit", "Brenwick", "", ""], 610),
    product("smartphone", Row, ["Smartphone 6.1″", "Kestria", "P6", "0.174"], 640),
    product("smartphone", Row, ["Smartphone, rugged", "Brenwick", "PR-2", "0.262"], 720),
    product("smartphone", Catalogue, ["Smartphone 6.7″", "Kestria", "P6-X", "0.206"], 790),
    product("smartphone", Default, ["Smartphone, standard issue", "Orla", "", ""], 390),
];

/// The products of a category whose mass becomes known this way.
pub fn products_of(category: &str, source: Source) -> Vec<Product> {
    let matches = |product: &&Product| product.category == category && product.source == source;
    PRODUCTS.iter().filter(matches).copied().collect()
}

/// Who sells it.
pub const SUPPLIERS: [&str; 16] = [
    "Halden Systems",
    "Brightwater IT",
    "Orla Trading",
    "Tarnbeck Supply",
    "Quillmere Systems",
    "Ostermoor Handel",
    "Fennlake Datatech",
    "Marrowdale IT",
    "Kestria Direct",
    "Brenwick Business",
    "Tolvane Networks",
    "Ashgrove Resale",
    "Lindhollow IT",
    "Penstrand Digital",
    "Wexmoor Office",
    "Varrick Mobile",
];

/// What is bought beside hardware: item, category word, price.
pub const OUT_OF_SCOPE: [(&str, &str, i64); 8] = [
    ("Extended warranty, 3 years", "Warranty", 96),
    ("Extended warranty, 5 years", "Warranty", 168),
    ("Operating system licence, per device", "Licence", 74),
    ("Endpoint protection licence, 12 months", "Licence", 28),
    ("Device management software, 12 months", "Software", 41),
    ("Freight and handling", "Freight", 310),
    ("Deployment service, per desk", "Services", 55),
    ("Rack installation service", "Services", 420),
];
