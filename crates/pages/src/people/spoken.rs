//! Words for posts, offices and employment.

use domain::people::{Employment, Office, Post};
use words::Words;

/// "teacher".
pub fn post(words: Words, post: Post) -> String {
    words.say(match post {
        Post::Teacher => "people-post-teacher",
        Post::SchoolLeader => "people-post-leader",
        Post::Other => "people-post-other",
    })
}

/// "HR school partner".
pub fn office(words: Words, office: Office) -> String {
    words.say(match office {
        Office::HrPartner => "people-office-hr-partner",
        Office::PerformanceOffice => "people-office-performance",
        Office::Administrator => "people-office-administrator",
    })
}

/// "probationary".
pub fn employment(words: Words, employment: Employment) -> String {
    words.say(match employment {
        Employment::Probationary => "people-employment-probationary",
        Employment::NonProbationary => "people-employment-non-probationary",
        Employment::AtWill => "people-employment-at-will",
        Employment::Annual => "people-employment-annual",
    })
}
