//! The library and the page of a case.

use axum::http::StatusCode;

use crate::visitor::TestApp;

const CHARGING: &str = "A utility looks at fast charging";
const LOUNGE: &str = "A lounge for everyone with an hour to wait";

#[tokio::test]
async fn a_choice_in_a_facet_leaves_its_cases() {
    let app = TestApp::new().await;
    let answer = app
        .visitor()
        .opens("/cases?industry=energy-resources")
        .await;
    answer.shows(CHARGING).hides(LOUNGE);
    answer.shows("value=\"energy-resources\" checked");
}

#[tokio::test]
async fn two_choices_of_one_facet_are_either_and_two_facets_are_both() {
    let app = TestApp::new().await;
    let either = "/cases?industry=energy-resources&industry=travel-leisure";
    app.visitor()
        .opens(either)
        .await
        .shows(CHARGING)
        .shows(LOUNGE);
    let both = app
        .visitor()
        .opens(&format!("{either}&type=market-sizing"))
        .await;
    both.shows(LOUNGE).hides(CHARGING);
}

#[tokio::test]
async fn a_search_finds_words_in_any_order_and_case() {
    let app = TestApp::new().await;
    app.visitor()
        .opens("/cases?q=CHARGING+utility")
        .await
        .shows(CHARGING)
        .hides(LOUNGE);
}

#[tokio::test]
async fn an_empty_list_names_the_choice_to_drop() {
    let app = TestApp::new().await;
    let answer = app
        .visitor()
        .opens("/cases?industry=energy-resources&q=zeppelin")
        .await;
    answer
        .shows("No case fits all of this.")
        .shows("Drop “zeppelin”");
}

#[tokio::test]
async fn a_search_for_markup_shows_it_as_text() {
    let app = TestApp::new().await;
    let answer = app
        .visitor()
        .opens("/cases?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")
        .await;
    answer.hides("<script>alert").shows("&#60;script&#62;");
}

#[tokio::test]
async fn a_case_page_gives_nothing_of_the_case_away() {
    let app = TestApp::new().await;
    for listed in app.state.casebook.all() {
        let case = &listed.case;
        let answer = app.visitor().opens(&format!("/cases/{}", case.slug)).await;
        answer
            .shows(&case.title)
            .hides(&case.synthesis.recommendation);
        for fact in &case.facts {
            answer.hides(&fact.answer);
        }
        for quant in &case.quants {
            answer.hides(&quant.question);
        }
    }
}

#[tokio::test]
async fn a_case_that_is_none_is_not_found() {
    let app = TestApp::new().await;
    let answer = app.visitor().opens("/cases/no-such-case").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_server_without_cases_says_how_to_add_some() {
    let app = TestApp::without_cases().await;
    app.visitor()
        .opens("/cases")
        .await
        .shows("No cases yet")
        .shows("--cases");
    assert_eq!(app.visitor().opens("/").await.status, StatusCode::OK);
}
