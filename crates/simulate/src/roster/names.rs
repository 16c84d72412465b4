//! Names as they stand on the staff lists of Colorado's districts. A given name and a family name are drawn from one
//! group, so that both sound like one person.

/// Given names of women, of men, and family names that go together, with how many of a hundred people have them.
pub(super) struct Group {
    pub weight: u32,
    pub women: &'static [&'static str],
    pub men: &'static [&'static str],
    pub families: &'static [&'static str],
}

pub(super) const GROUPS: &[Group] = &[
    Group {
        weight: 44,
        women: &[
            "Allison", "Bridget", "Caroline", "Claire", "Deborah", "Eleanor", "Erin", "Frances",
            "Holly", "Jillian", "Kathleen", "Lorraine", "Margaret", "Meredith", "Naomi", "Paige",
            "Rebecca", "Shannon", "Tessa", "Whitney",
        ],
        men: &[
            "Aaron", "Bennett", "Charles", "Clayton", "Dale", "Dennis", "Everett", "Graham", "Ian",
            "Joel", "Kurt", "Lyle", "Mitchell", "Nathan", "Peter", "Russell", "Scott", "Theodore",
            "Walter", "Wesley",
        ],
        families: &[
            "Abernathy",
            "Ashworth",
            "Becker",
            "Brandt",
            "Callahan",
            "Dunleavy",
            "Ellsworth",
            "Fairbanks",
            "Gustafson",
            "Haskell",
            "Holloway",
            "Jensen",
            "Kessler",
            "Larkin",
            "McAllister",
            "Nordstrom",
            "O’Rourke",
            "Pruitt",
            "Rasmussen",
            "Sandoz",
            "Stockton",
            "Thorne",
            "Underhill",
            "Vance",
            "Weatherby",
            "Winslow",
            "Yoder",
            "Zimmerman",
        ],
    },
    Group {
        weight: 28,
        women: &[
            "Adriana",
            "Belén",
            "Carmen",
            "Consuelo",
            "Dolores",
            "Esperanza",
            "Guadalupe",
            "Inés",
            "Leticia",
            "Marisol",
            "Noemí",
            "Pilar",
            "Rocío",
            "Soledad",
            "Verónica",
            "Ximena",
        ],
        men: &[
            "Agustín",
            "Andrés",
            "Benjamín",
            "César",
            "Eduardo",
            "Ernesto",
            "Fermín",
            "Joaquín",
            "Julián",
            "Óscar",
            "Ramiro",
            "Raúl",
            "Ricardo",
            "Salvador",
        ],
        families: &[
            "Aguilar",
            "Bustamante",
            "Casías",
            "Chávez",
            "Domínguez",
            "Espinoza",
            "Gallegos",
            "Ibarra",
            "Jaramillo",
            "Maestas",
            "Montoya",
            "Muñiz",
            "Ordóñez",
            "Peña",
            "Quintana",
            "Romero",
            "Saldívar",
            "Tafoya",
            "Trujillo",
            "Valdez",
            "Zamora",
        ],
    },
    Group {
        weight: 8,
        women: &[
            "Aaliyah", "Camille", "Denise", "Ebony", "Latoya", "Monique", "Simone", "Tamara",
            "Yvette",
        ],
        men: &[
            "André", "Darnell", "Isaiah", "Jerome", "Malcolm", "Reginald", "Terrence", "Xavier",
        ],
        families: &[
            "Booker",
            "Broussard",
            "Coleman",
            "Dorsey",
            "Freeman",
            "Gaines",
            "Hollins",
            "Mosley",
            "Pettway",
            "Rollins",
        ],
    },
    Group {
        weight: 6,
        women: &["Bích", "Hạnh", "Mai", "Quỳnh", "Thảo"],
        men: &["Đức", "Hiếu", "Minh", "Quang", "Tuấn"],
        families: &["Bùi", "Đặng", "Lê", "Ngô", "Nguyễn", "Phạm", "Trần"],
    },
    Group {
        weight: 5,
        women: &[
            "Ananya", "Eun-ji", "Keiko", "Lakshmi", "Meera", "Xiulan", "Yun",
        ],
        men: &[
            "Arjun", "Hiroshi", "Jian", "Nikhil", "Rohan", "Sung-min", "Wei",
        ],
        families: &[
            "Chaudhary",
            "Fujimoto",
            "Hwang",
            "Iyer",
            "Kapoor",
            "Lim",
            "Pillai",
            "Tanaka",
            "Wong",
            "Zhao",
        ],
    },
    Group {
        weight: 4,
        women: &[
            "Agnieszka",
            "Dagmar",
            "Ilse",
            "Małgorzata",
            "Oksana",
            "Solveig",
            "Zoë",
        ],
        men: &[
            "Bogdan", "Håkon", "Jürgen", "Łukasz", "Mikael", "Ondřej", "Søren",
        ],
        families: &[
            "Björklund",
            "Brückner",
            "Hlaváček",
            "Kovalenko",
            "Łuczak",
            "Nyström",
            "Østergaard",
            "Škvor",
            "Weiß",
            "Zieliński",
        ],
    },
    Group {
        weight: 3,
        women: &["Amina", "Fatuma", "Hodan", "Makeda", "Selamawit", "Zahra"],
        men: &[
            "Abdirahman",
            "Bereket",
            "Dawit",
            "Idris",
            "Tesfaye",
            "Yusuf",
        ],
        families: &[
            "Abdullahi",
            "Bekele",
            "Farah",
            "Gebremariam",
            "Hassan",
            "Tadesse",
            "Warsame",
        ],
    },
    Group {
        weight: 2,
        women: &["Dezbah", "Leilani", "Shandiin", "Winona"],
        men: &["Ashkii", "Chayton", "Keoni", "Nantan"],
        families: &["Begaye", "Benally", "Kahananui", "Tsosie", "Yellowhorse"],
    },
];

/// People whose system of record keeps their name in its own script: given, family, for the e-mail, pronouns.
pub(super) const OWN_SCRIPT: &[(&str, &str, &str, &str)] = &[
    ("Олена", "Шевченко", "olena.shevchenko", "she/her"),
    ("美香", "佐藤", "mika.sato", "she/her"),
    ("يوسف", "الخطيب", "yousef.alkhatib", "he/him"),
];

/// Places after which schools are named; the first are the demo's.
pub(super) const PLACES: &[&str] = &[
    "Cottonwood Creek",
    "Juniper Ridge",
    "Saddle Rock",
    "Sangre de Cristo",
    "Bluestem",
    "Cache la Poudre",
    "Chalk Creek",
    "Chokecherry",
    "Cimarron",
    "Elk Meadow",
    "Eagle Rock",
    "Foothill",
    "Gold Camp",
    "High Plains",
    "Kestrel",
    "La Plata",
    "Lone Tree",
    "Mesa Verde",
    "Mount Elbert",
    "North Fork",
    "Painted Canyon",
    "Ponderosa",
    "Prairie Star",
    "Red Hawk",
    "Ruby Canyon",
    "Silver Spur",
    "South Platte",
    "Spanish Peaks",
    "Stonegate",
    "Sunflower",
    "Thunder Ridge",
    "Wild Plum",
    "Willow Bend",
];

/// A name as it stands in an e-mail: lower case without marks, nothing else than letters.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .filter_map(letter)
        .collect()
}

fn letter(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' => c,
        'á' | 'à' | 'ạ' | 'ả' | 'ã' | 'â' | 'ă' | 'å' | 'ä' | 'ą' | 'ặ' | 'ầ' => {
            'a'
        }
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' | 'ế' | 'ễ' => 'e',
        'í' | 'ì' | 'ï' | 'ị' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'ø' | 'ọ' | 'ồ' => 'o',
        'ú' | 'ù' | 'ü' | 'ů' | 'ư' => 'u',
        'ý' | 'ỳ' => 'y',
        'č' | 'ç' | 'ć' => 'c',
        'đ' => 'd',
        'ł' => 'l',
        'ñ' | 'ń' => 'n',
        'ř' => 'r',
        'š' | 'ś' | 'ß' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        _ => return None,
    })
}
