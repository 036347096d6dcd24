//! A NetBox device type library as a folder or an archive, and other tables of device weights: exact to the last digit,
//! modules and rack kits told apart, traced to the file each stands in, taken back.

use crate::support::{Bench, shared};
use planner_actions::views::catalogue::DeviceView;
use std::io::Write;
use std::path::PathBuf;

const FILES: [(&str, &str); 7] = [
    (
        "device-types/APC/SMT2200RM2UNC.yaml",
        "---\nmanufacturer: APC\nmodel: SMT2200RM2UNC\nweight: 93.28\nweight_unit: lb\nu_height: 2\n",
    ),
    (
        "device-types/ADC/0731.yaml",
        "manufacturer: ADC\nmodel: '0731'\nweight: .5 # without its brackets\nweight_unit: kg\n",
    ),
    (
        "device-types/Cisco/Meraki-MR46.yaml",
        "manufacturer: Cisco\nmodel: Meraki MR46\nweight: 28.22\nweight_unit: oz\nconsole-ports:\n  - name: a\n    weight: 9\n",
    ),
    (
        "device-types/Cisco/FPR1K-DT-RACK-MNT.yml",
        "manufacturer: Cisco\nmodel: FPR1K-DT-RACK-MNT\nweight: 900.0\nweight_unit: g\n",
    ),
    ("device-types/Apple/A1842.yaml", "manufacturer: Apple\nmodel: AppleTV6,2\n"),
    (
        "module-types/Cisco/N9K-X9732C-EX.yaml",
        "manufacturer: Cisco\nmodel: N9K-X9732C-EX\nweight: 5.5\nweight_unit: kg\n",
    ),
    ("mkdocs.yml", "site_name: about the library\n"),
];

fn folder(bench: &Bench) -> PathBuf {
    let root = bench.folder.path().join("devicetype-library");
    for (name, text) in FILES {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    root
}

fn archive(bench: &Bench) -> PathBuf {
    let path = bench.folder.path().join("devicetype-library-master.zip");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).expect("a file"));
    for (name, text) in FILES {
        zip.start_file(format!("devicetype-library-master/{name}"), zip::write::SimpleFileOptions::default())
            .expect("an entry");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("an archive");
    path
}

async fn devices(bench: &Bench) -> Vec<DeviceView> {
    planner_actions::catalogue(&bench.workspace).await.expect("the catalogue")
}

fn found<'a>(devices: &'a [DeviceView], model: &str) -> &'a DeviceView {
    devices.iter().find(|one| one.model.as_deref() == Some(model)).unwrap_or_else(|| panic!("no {model}"))
}

#[tokio::test]
async fn a_library_is_imported_as_a_folder_or_an_archive_and_taken_back() {
    for of in [folder as fn(&Bench) -> PathBuf, archive] {
        let bench = Bench::new().await;
        let path = of(&bench);
        let report = bench.import("catalogue", &path).await.expect("an import");
        assert_eq!((report.rows_read, report.rows_imported, report.rows_rejected), (6, 5, 0));
        let devices = devices(&bench).await;
        for (model, kg, category) in [
            ("SMT2200RM2UNC", "42.3110962736", "ups"),
            ("0731", "0.5", ""),
            ("Meraki MR46", "0.8000235425875", "access_point"),
            ("FPR1K-DT-RACK-MNT", "0.9", "rails"),
            ("N9K-X9732C-EX", "5.5", "component"),
        ] {
            let one = found(&devices, model);
            assert_eq!(one.unit_mass_kg, kg, "{model}");
            if !category.is_empty() {
                assert_eq!(one.category.as_deref(), Some(category), "{model}");
            }
            let source = one.source.as_deref().unwrap_or_default();
            assert!(source.contains("-types/") && source.starts_with("devicetype-library"), "{source}");
        }
        planner_actions::undo_import(&bench.workspace, report.import_id.as_deref().expect("an id"))
            .await
            .expect("taken back");
        assert!(self::devices(&bench).await.is_empty());
    }
}

#[tokio::test]
async fn a_folder_without_devices_is_refused_and_broken_yaml_is_named() {
    let bench = Bench::new().await;
    let empty = bench.folder.path().join("pictures");
    std::fs::create_dir_all(&empty).expect("a folder");
    let refused = bench.import("catalogue", &empty).await.expect_err("refused");
    assert!(refused.message.contains("folder"), "{}", refused.message);
    let library = folder(&bench);
    std::fs::write(library.join("device-types/APC/broken.yaml"), "manufacturer: [APC\nmodel: x: y\n")
        .expect("a file");
    let report = bench.import("catalogue", &library).await.expect("an import");
    assert_eq!((report.rows_imported, report.rows_rejected), (5, 1));
}

/// The samples that were handed over, whose exact masses their `truth.json` names.
#[tokio::test]
async fn the_handed_samples_are_exact() {
    let Some(truth) = shared("weights/netbox-devicetype-library/truth.json") else { return };
    let text = std::fs::read_to_string(&truth).expect("the truth");
    let truth_of: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let bench = Bench::new().await;
    let report = bench.import("catalogue", truth.parent().expect("its folder")).await.expect("an import");
    let devices = devices(&bench).await;
    let mut weighed = 0;
    for one in truth_of["files_list"].as_array().expect("a list") {
        let Some(kg) = one["kg_exact"].as_str().filter(|kg| kg.parse() != Ok(0.0)) else { continue };
        let path = one["path"].as_str().expect("a path");
        let device =
            devices.iter().find(|one| one.source.as_deref().is_some_and(|source| source.ends_with(path)));
        let device = device.unwrap_or_else(|| panic!("{path} is not there"));
        assert_eq!(device.unit_mass_kg, kg, "{path}");
        assert_eq!(
            path.starts_with("module-types/"),
            device.category.as_deref() == Some("component"),
            "{path}"
        );
        weighed += 1;
    }
    println!("{weighed} masses exact, {} rows read", report.rows_read);
    assert_eq!(weighed, truth_of["with_weight_above_zero"].as_u64().expect("a count"));
}

/// The whole extract, Boavizta's file as it is, a table like BoaviztAPI's, and a sheet of two columns.
#[tokio::test]
async fn other_tables_of_weights_are_imported_as_they_are() {
    let bench = Bench::new().await;
    for (name, least) in
        [("weights/netbox_device_weights.csv", 2_400), ("weights/boavizta-data-us.csv", 1_000)]
    {
        let Some(path) = shared(name) else { continue };
        let report = bench.import("catalogue", &path).await.expect("an import");
        println!(
            "{name}: {} of {} imported, {} rejected",
            report.rows_imported, report.rows_read, report.rows_rejected
        );
        assert!(report.rows_imported >= least, "{name}: {}", report.rows_imported);
    }
    for (name, text) in [
        (
            "boaviztapi.csv",
            "id,manufacturer,name,category,weight_kg\n1,Dell,R740 of ours,server,26.8\n2,HP,t640 of ours,thin client,1.2\n",
        ),
        ("two columns.csv", "Gerät;Gewicht (g)\nKasse Orla 3;4250\nWaage Halden;1830,5\n"),
    ] {
        let path = bench.folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        let report = bench.import("catalogue", &path).await.expect("an import");
        assert_eq!(report.rows_imported, 2, "{name}");
    }
    let devices = devices(&bench).await;
    assert_eq!(found(&devices, "R740 of ours").unit_mass_kg, "26.8");
    assert_eq!(found(&devices, "Waage Halden").unit_mass_kg, "1.8305");
}
