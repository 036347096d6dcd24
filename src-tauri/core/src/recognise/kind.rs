//! Kinds of hardware, as a tree, and the reasons why something is none.

/// A kind of hardware. Kinds are grouped so that what was recorded under a wider key stays valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Kind {
    Laptop,
    MobileWorkstation,
    Desktop,
    Workstation,
    ThinClient,
    Tablet,
    Smartphone,
    Handheld,
    Server,
    Blade,
    Monitor,
    Signage,
    Projector,
    Switch,
    Router,
    AccessPoint,
    Firewall,
    Network,
    Storage,
    Nas,
    TapeLibrary,
    Drive,
    Ups,
    Pdu,
    Rack,
    Dock,
    Keyboard,
    Mouse,
    Headset,
    Webcam,
    Speakerphone,
    Conference,
    Phone,
    Printer,
    Scanner,
    BarcodeScanner,
    LabelPrinter,
    Pos,
    ConsoleKvm,
    Memory,
    Processor,
    GraphicsCard,
    PowerSupply,
    NetworkCard,
    Transceiver,
    Board,
    Component,
    Cable,
    Adapter,
    Bag,
    Stand,
    Rails,
    Accessory,
    Other,
}

/// What kinds belong to; siblings of one group may stand for one another in a file's own category column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Group {
    Computer,
    Mobile,
    Display,
    Network,
    Storage,
    Power,
    Peripheral,
    Component,
    Accessory,
    Other,
}

use Kind as K;

/// Each kind with its key, the kind whose recorded lines include it, and its group.
const KINDS: [(Kind, &str, Option<Kind>, Group); 54] = [
    (K::Laptop, "laptop", None, Group::Computer),
    (K::MobileWorkstation, "mobile_workstation", Some(K::Laptop), Group::Computer),
    (K::Desktop, "desktop", None, Group::Computer),
    (K::Workstation, "workstation", Some(K::Desktop), Group::Computer),
    (K::ThinClient, "thin_client", None, Group::Computer),
    (K::Tablet, "tablet", None, Group::Mobile),
    (K::Smartphone, "smartphone", None, Group::Mobile),
    (K::Handheld, "handheld", Some(K::Smartphone), Group::Mobile),
    (K::Server, "server", None, Group::Computer),
    (K::Blade, "blade", Some(K::Server), Group::Computer),
    (K::Monitor, "monitor", None, Group::Display),
    (K::Signage, "signage", None, Group::Display),
    (K::Projector, "projector", None, Group::Display),
    (K::Switch, "switch", Some(K::Network), Group::Network),
    (K::Router, "router", Some(K::Network), Group::Network),
    (K::AccessPoint, "access_point", Some(K::Network), Group::Network),
    (K::Firewall, "firewall", Some(K::Network), Group::Network),
    (K::Network, "network", None, Group::Network),
    (K::Storage, "storage", None, Group::Storage),
    (K::Nas, "nas", Some(K::Storage), Group::Storage),
    (K::TapeLibrary, "tape_library", Some(K::Storage), Group::Storage),
    (K::Drive, "drive", None, Group::Component),
    (K::Ups, "ups", None, Group::Power),
    (K::Pdu, "pdu", None, Group::Power),
    (K::Rack, "rack", None, Group::Power),
    (K::Dock, "dock", Some(K::Accessory), Group::Peripheral),
    (K::Keyboard, "keyboard", Some(K::Accessory), Group::Peripheral),
    (K::Mouse, "mouse", Some(K::Accessory), Group::Peripheral),
    (K::Headset, "headset", Some(K::Accessory), Group::Peripheral),
    (K::Webcam, "webcam", Some(K::Accessory), Group::Peripheral),
    (K::Speakerphone, "speakerphone", Some(K::Accessory), Group::Peripheral),
    (K::Conference, "conference", None, Group::Peripheral),
    (K::Phone, "phone", None, Group::Peripheral),
    (K::Printer, "printer", None, Group::Peripheral),
    (K::Scanner, "scanner", Some(K::Printer), Group::Peripheral),
    (K::BarcodeScanner, "barcode_scanner", None, Group::Peripheral),
    (K::LabelPrinter, "label_printer", Some(K::Printer), Group::Peripheral),
    (K::Pos, "pos", None, Group::Peripheral),
    (K::ConsoleKvm, "console_kvm", None, Group::Peripheral),
    (K::Memory, "memory", Some(K::Component), Group::Component),
    (K::Processor, "processor", Some(K::Component), Group::Component),
    (K::GraphicsCard, "graphics_card", Some(K::Component), Group::Component),
    (K::PowerSupply, "power_supply", Some(K::Component), Group::Component),
    (K::NetworkCard, "network_card", Some(K::Component), Group::Component),
    (K::Transceiver, "transceiver", Some(K::Component), Group::Component),
    (K::Board, "board", Some(K::Component), Group::Component),
    (K::Component, "component", None, Group::Component),
    (K::Cable, "cable", Some(K::Accessory), Group::Accessory),
    (K::Adapter, "adapter", Some(K::Accessory), Group::Accessory),
    (K::Bag, "bag", Some(K::Accessory), Group::Accessory),
    (K::Stand, "stand", Some(K::Accessory), Group::Accessory),
    (K::Rails, "rails", Some(K::Accessory), Group::Accessory),
    (K::Accessory, "accessory", None, Group::Accessory),
    (K::Other, "other", None, Group::Other),
];

impl Kind {
    /// All kinds.
    pub fn all() -> impl Iterator<Item = Self> {
        KINDS.into_iter().map(|(kind, ..)| kind)
    }

    fn row(self) -> (Kind, &'static str, Option<Kind>, Group) {
        KINDS[self as usize]
    }

    /// The key under which it is stored and sent.
    pub fn word(self) -> &'static str {
        self.row().1
    }

    /// The kind with this key.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|kind| kind.word() == word)
    }

    /// The wider kind that includes it.
    pub fn parent(self) -> Option<Self> {
        self.row().2
    }

    /// Its group.
    pub fn group(self) -> Group {
        self.row().3
    }

    /// Whether it is usually bought for a device: a bag for a laptop is a bag.
    pub fn is_thing_for_a_device(self) -> bool {
        let is_small = matches!(self.group(), Group::Component | Group::Accessory);
        let joins = matches!(self, K::Dock | K::Keyboard | K::Mouse | K::Headset | K::Webcam);
        is_small || joins
    }

    /// Whether `other` is the same, a wider or a narrower kind, or a sibling.
    pub fn is_near(self, other: Self) -> bool {
        self == other
            || self.group() == other.group()
            || self.parent() == Some(other)
            || other.parent() == Some(self)
    }
}

/// Why something is no hardware.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// A licence.
    Licence,
    /// Software.
    Software,
    /// A warranty or its extension.
    Warranty,
    /// A service.
    Service,
    /// Freight.
    Freight,
    /// A fee, levy or discount.
    Fee,
    /// What is used up: toner, ink, paper.
    Consumable,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Licence,
        Self::Software,
        Self::Warranty,
        Self::Service,
        Self::Freight,
        Self::Fee,
        Self::Consumable,
    ];

    /// The key under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Licence => "licence",
            Self::Software => "software",
            Self::Warranty => "warranty",
            Self::Service => "service",
            Self::Freight => "freight",
            Self::Fee => "fee",
            Self::Consumable => "consumable",
        }
    }

    /// The reason with this key.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_kinds_and_every_key_is_its_own() {
        for (place, kind) in Kind::all().enumerate() {
            assert_eq!(kind as usize, place);
            assert_eq!(Kind::from_word(kind.word()), Some(kind));
            assert!(kind.parent().is_none_or(|parent| parent.parent().is_none()));
        }
    }
}
