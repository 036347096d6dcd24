use super::*;
use crate::recognise::Form;

fn device(kind: Kind, (maker, line, model): (&str, &str, &str), kg: i64) -> TableDevice {
    let size = Size { form: Some(Form::Desktop), ..Size::default() };
    TableDevice {
        maker: maker.into(),
        model: model.into(),
        part_number: Some(format!("{model}-PART")),
        kind: Some(kind),
        line: Some(line.into()),
        size,
        kg: Decimal::from(kg),
        source: "a table",
    }
}

fn found(kind: Kind, maker: &str, line: &str) -> Recognised {
    let size = Size { form: Some(Form::Desktop), ..Size::default() };
    Recognised {
        maker: Some(maker.into()),
        line: Some(line.into()),
        kind: Some(kind),
        size,
        ..Recognised::default()
    }
}

fn tables(kind: Kind) -> DeviceTables {
    let of = |place, kg| device(kind, place, kg);
    let devices = [
        of(("Halden", "Wall", "Wall A"), 8),
        of(("Orla", "Gate", "Gate A"), 2),
        of(("Orla", "Gate", "Gate B"), 4),
        of(("Orla", "Hall", "Hall A"), 6),
    ];
    DeviceTables::new(&devices, HashMap::new())
}

#[test]
fn of_racks_the_wider_group_counts_the_more_the_farther_the_near_ones_are() {
    let tables = tables(Kind::ConsoleKvm);
    let weight = tables.find(&found(Kind::ConsoleKvm, "Orla", "Gate"), &[]).expect("a weight");
    // The class weighs 5 kg; with it, as four, the maker's three 4.571 kg; with that, as three, the line's two.
    assert_eq!((weight.kg.round_dp(3), weight.tier, weight.n), (Decimal::new(3943, 3), Tier::Family, 2));
    let only = tables.find(&found(Kind::ConsoleKvm, "Halden", "Wall"), &[]).expect("a weight");
    assert_eq!(only.n, 1, "one device is heard, too");
}

#[test]
fn of_desks_few_devices_say_nothing_and_many_say_it_alone() {
    let tables = tables(Kind::Desktop);
    let weight = tables.find(&found(Kind::Desktop, "Orla", "Gate"), &[]).expect("a weight");
    assert_eq!((weight.kg, weight.tier, weight.n), (Decimal::from(4), Tier::Family, 3), "the maker's");
    let weight = tables.find(&found(Kind::Desktop, "Halden", "Wall"), &[]).expect("a weight");
    assert_eq!((weight.kg, weight.tier), (Decimal::from(5), Tier::Class));
}

#[test]
fn a_part_number_among_other_words_is_the_device_where_that_is_of_its_kind() {
    let tables = tables(Kind::ConsoleKvm);
    let text = ["Orla console Gate-A-PART 16 ports"];
    let own = |kind| tables.own(&found(kind, "Orla", ""), &text).map(|weight| weight.kg);
    assert_eq!(own(Kind::ConsoleKvm), Some(Decimal::TWO));
    assert_eq!(own(Kind::Rails), None, "rails for it are not");
    let sister =
        Recognised { model: Some("console gate-a-part".into()), ..found(Kind::ConsoleKvm, "Orla", "") };
    assert_eq!(
        tables.own(&sister, &["Orla Gate-A-PART-WIDE"]).map(|weight| weight.kg),
        None,
        "nor is its sister"
    );
}
