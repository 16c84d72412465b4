//! Ratings of earlier years, as spreadsheets save them.

use domain::people::{Employment, Service};
use domain::status::earlier::{File, Row};
use exchange::status::{COLUMNS, read, template};

fn rating(text: &str) -> Option<Option<String>> {
    match text.to_lowercase().as_str() {
        "e" | "effective" | "eficaz" => Some(Some("E".to_owned())),
        "no score" => Some(None),
        _ => None,
    }
}

fn of(text: &str) -> File {
    read("old ratings.csv", text.as_bytes().to_vec(), rating)
}

/// Key, line and column of every problem.
fn told(file: &File) -> Vec<(&'static str, u32, &str)> {
    let list = file.problems.list.iter();
    list.map(|it| (it.key(), it.line, it.column.as_str()))
        .collect()
}

#[test]
fn every_column_of_a_row_is_read() {
    let file = of(
        "employeeId,teacherSourcedId,schoolYear,rating,service,employmentStatus,district\r\n\
         100001,,2024-25,Effective,late,probationary,\r\n\
         ,u-17,2024-2025,no score,,,Aurora Public Schools\r\n",
    );
    assert_eq!(told(&file), []);
    let year = || "2024-25".parse().unwrap();
    assert_eq!(
        file.rows,
        [
            Row {
                line: 2,
                employee: "100001".into(),
                source_id: String::new(),
                year: year(),
                rating: Some("E".into()),
                service: Service::Late,
                class: Some(Employment::Probationary),
                district: String::new(),
            },
            Row {
                line: 3,
                employee: String::new(),
                source_id: "u-17".into(),
                year: year(),
                rating: None,
                service: Service::Full,
                class: None,
                district: "Aurora Public Schools".into(),
            },
        ]
    );
    assert_eq!((file.count, file.name.as_str()), (2, "old ratings.csv"));
}

#[test]
fn a_file_needs_little_and_may_bring_more() {
    let file = of("schoolYear,rating,name,employeeId\r\n2026,eficaz,Imani Castellano,100001\r\n");
    assert_eq!(file.problems.errors, 0);
    assert_eq!(told(&file), [("column-extra", 1, "name")]);
    assert_eq!(file.rows[0].year.as_str(), "2025-26");
}

#[test]
fn each_fault_is_told_with_its_line_and_column_and_the_file_by_its_own_name() {
    let file = of("employeeId,schoolYear,rating,service,employmentStatus\r\n\
         ,2024-25,E,,\r\n\
         100001,24-25,E,,\r\n\
         100002,2024-25,Proficient,,\r\n\
         100003,2024-25,,,\r\n\
         100004,2024-25,E,sometimes,\r\n\
         100005,2024-25,E,,tenured\r\n\
         100006,,E,,\r\n");
    assert_eq!(
        told(&file),
        [
            ("value-missing", 2, "employeeId"),
            ("value-unknown", 3, "schoolYear"),
            ("rating-unknown", 4, "rating"),
            ("value-missing", 5, "rating"),
            ("value-unknown", 6, "service"),
            ("value-unknown", 7, "employmentStatus"),
            ("value-missing", 8, "schoolYear"),
        ]
    );
    assert_eq!(file.rows, []);
    let names = file.problems.list.iter().map(|it| it.file.as_str());
    assert!(names.into_iter().all(|name| name == "old ratings.csv"));
}

#[test]
fn what_is_no_table_of_ratings_is_told_so() {
    assert_eq!(told(&of("")), [("file-empty", 0, "")]);
    assert_eq!(told(&of(&template())), [("file-empty", 0, "")]);
    let nobody = of("schoolYear,rating\r\n2024-25,E\r\n");
    assert_eq!(told(&nobody), [("no-teacher-column", 1, "employeeId")]);
    let workbook = read("ratings.xlsx", b"PK\x03\x04\x14\0\x06\0".to_vec(), rating);
    assert_eq!(told(&workbook), [("not-text", 0, "")]);
    let semicolons = of("employeeId;schoolYear;rating\r\n1;2024-25;E\r\n");
    assert!(semicolons.problems.errors > 0 && semicolons.rows.is_empty());
}

#[test]
fn the_template_has_every_column() {
    assert_eq!(template().trim_end().split(',').count(), COLUMNS.len());
    assert_eq!(
        of(&format!("{}100001,,2024-25,E,,,\r\n", template()))
            .rows
            .len(),
        1
    );
}
