//! Who asks, in the order of the printed matrix.

/// Who asks. The record of which the roles speak is Imani Castellano's at Larkspur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Teacher,
    AnotherTeacher,
    SecondTeacher,
    Evaluator,
    AnotherEvaluator,
    FormerEvaluator,
    Leader,
    AnotherLeader,
    HrPartner,
    Office,
    Administrator,
    Disabled,
    Nobody,
}

impl Role {
    pub const ALL: [Self; 13] = [
        Self::Teacher,
        Self::AnotherTeacher,
        Self::SecondTeacher,
        Self::Evaluator,
        Self::AnotherEvaluator,
        Self::FormerEvaluator,
        Self::Leader,
        Self::AnotherLeader,
        Self::HrPartner,
        Self::Office,
        Self::Administrator,
        Self::Disabled,
        Self::Nobody,
    ];

    /// The family name of whoever stands for the role, and what the printed matrix calls it.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Teacher => ("Castellano", "the teacher of the first record"),
            Self::AnotherTeacher => ("Mazur", "another teacher of her school"),
            Self::SecondTeacher => (
                "Nakamura",
                "the teacher of the second record, at another school",
            ),
            Self::Evaluator => ("Achterberg", "her evaluator"),
            Self::AnotherEvaluator => ("Harrow", "another evaluator: that of the second record"),
            Self::FormerEvaluator => (
                "Marlowe",
                "her evaluator until October, who held a conversation with her",
            ),
            Self::Leader => ("Okonkwo-Lane", "the leader of her school"),
            Self::AnotherLeader => (
                "Brand",
                "the leader of another school: that of the second record",
            ),
            Self::HrPartner => ("Wielgosz", "the HR partner of her school"),
            Self::Office => ("Sandoval", "the performance office"),
            Self::Administrator => ("Abadi", "the administrator"),
            Self::Disabled => ("Lund", "an evaluator of hers whose account is disabled"),
            Self::Nobody => ("", "nobody signed in"),
        }
    }
}
