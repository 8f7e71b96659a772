//! Whether an utterance is in another language than English, told by its small words.
//! Knows Indonesian, German, Spanish and French; leaves a text alone when in doubt.

/// Fewest foreign small words that decide.
const ENOUGH: usize = 2;

/// Small words that English does not share.
const FOREIGN: [&str; 4] = [
    "yang dan untuk dengan saya kami anda apa apakah bagaimana berapa tidak adalah akan bisa pada dari jika atau karena \
     lebih bahwa kita ini itu juga oleh dalam tentang terima kasih tolong boleh mereka sudah belum harus",
    "ich wir sie und ist nicht mit für auf ein eine einen einem einer der das den dem des zu von wie kann können bitte \
     danke haben wird wurde auch aber oder wenn dass gibt sind möchte würde welche wieviel",
    "el los las que por para con una es como pero más qué cuál cuánto cuántos cómo está son del al usted nosotros \
     quiero puede gracias favor tiene hay muy sobre",
    "le les des est une dans pour avec je nous vous qui quel quelle pas sur ne ce cette mais ou où sont du au aux \
     merci peut combien comment pourquoi c'est j'ai d'une l'on",
];

const ENGLISH: &str = "the of and to a in is that it for on with as are this be at by an we i you what how do does can \
 could would which have has or from not their our they there if so my";

/// Whether `said`, in lower case with accents folded, is mostly another language.
pub(crate) fn is_foreign(said: &[String]) -> bool {
    let count = |list: &str| {
        let folded: Vec<String> = crate::matching::words(list);
        said.iter().filter(|word| folded.contains(word)).count()
    };
    let foreign = FOREIGN.iter().map(|list| count(list)).max().unwrap_or(0);
    // A quarter of small words is usual in running text of any of these languages.
    foreign >= ENOUGH && foreign > 2 * count(ENGLISH) && foreign * 5 >= said.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_languages_are_told_from_english() {
        let foreign = |text: &str| is_foreign(&crate::matching::words(text));
        assert!(foreign(
            "Berapa pendapatan mereka dan apakah pasar ini akan tumbuh?"
        ));
        assert!(foreign(
            "Wie groß ist der Markt und welche Kunden haben wir?"
        ));
        assert!(foreign(
            "¿Cuál es el objetivo del cliente y cuántos clientes hay?"
        ));
        assert!(foreign(
            "Quel est le marché et combien de clients sont dans la région ?"
        ));
        assert!(!foreign(
            "How large is the market and which customers do we have?"
        ));
        assert!(!foreign("Market, price, cost."));
        assert!(!foreign("El Niño and the los Angeles site"));
    }
}
