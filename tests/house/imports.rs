//! Reads which paths a Rust file names.
//!
//! It reads tokens, not text: there comments are gone, strings are literals, and braces tell inline modules.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// A path that a file names.
#[derive(Debug, Clone)]
pub struct Named {
    /// From the root of the crate, `crate` first; or, outside of it, as it stands. `*` ends a glob, `!` a macro.
    pub path: Vec<String>,
    pub line: usize,
    /// Whether it stands in a `pub use`.
    pub is_handed_on: bool,
}

/// Returns the paths named in the text of the file that is the module `module` of the crate.
pub fn named(text: &str, module: &[String]) -> Vec<Named> {
    let stream: TokenStream = text.parse().expect("it is Rust");
    let mut reader = Reader::default();
    reader.read(stream, module);
    // What `use` and `mod` bring in can begin a path of this file.
    let mut known = reader.children;
    let mut named = Vec::new();
    for Import { name, path, module } in reader.imports {
        for path in resolve(path, &module, &known) {
            known.extend(name.clone().map(|name| (name, path.path.clone())));
            named.push(path);
        }
    }
    named.extend(reader.paths.into_iter().flat_map(|(path, module)| resolve(path, &module, &known)));
    named
}

/// Returns what the path means in `module`, from the root of the crate where it lies inside.
fn resolve(named: Named, module: &[String], known: &[(String, Vec<String>)]) -> Vec<Named> {
    let [first, rest @ ..] = named.path.as_slice() else { return Vec::new() };
    let ups = named.path.iter().take_while(|name| *name == "super").count();
    let starts: Vec<Vec<String>> = match first.as_str() {
        "crate" => return vec![named],
        "self" => vec![within(module, rest)],
        "super" => vec![within(&module[..module.len() - ups], &named.path[ups..])],
        name => {
            known.iter().filter(|(known, _)| known == name).map(|(_, path)| [path, rest].concat()).collect()
        }
    };
    if starts.is_empty() {
        return vec![named];
    }
    starts.into_iter().map(|path| Named { path, ..named }).collect()
}

fn within(module: &[String], path: &[String]) -> Vec<String> {
    [&["crate".to_owned()], module, path].concat()
}

/// A leaf of a `use`: the name it brings in, its path, and the module it stands in.
struct Import {
    name: Option<String>,
    path: Named,
    module: Vec<String>,
}

#[derive(Default)]
struct Reader {
    /// The modules declared in the file, with their paths.
    children: Vec<(String, Vec<String>)>,
    imports: Vec<Import>,
    /// The paths outside of a `use`, with the module they stand in.
    paths: Vec<(Named, Vec<String>)>,
}

impl Reader {
    fn read(&mut self, stream: TokenStream, module: &[String]) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at = match token {
                TokenTree::Group(group) => {
                    self.read(group.stream(), module);
                    at + 1
                }
                TokenTree::Punct(_) if is_path_sign(&tokens, at) => segments(&tokens, at + 2).1.max(at + 2),
                TokenTree::Punct(_) | TokenTree::Literal(_) => at + 1,
                // `pub(in crate::x)` imports nothing.
                TokenTree::Ident(word) if word == "pub" => at + 1 + usize::from(is_group(tokens.get(at + 1))),
                TokenTree::Ident(word) if word == "use" => {
                    let is_handed_on = is_public(&tokens[..at]);
                    self.tree(&tokens, at + 1, &Named { path: Vec::new(), line: 0, is_handed_on }, module)
                }
                TokenTree::Ident(word) if word == "mod" => self.child(&tokens, at + 1, module),
                TokenTree::Ident(word) => {
                    let (mut path, end) = segments(&tokens, at);
                    let is_macro = is_sign(tokens.get(end), '!') && is_group(tokens.get(end + 1));
                    if let (true, Some(last)) = (is_macro, path.last_mut()) {
                        last.push('!');
                    }
                    if is_macro || path.len() > 1 {
                        let line = word.span().start().line;
                        self.paths.push((Named { path, line, is_handed_on: false }, module.to_vec()));
                    }
                    end
                }
            };
        }
    }

    /// Reads what follows `mod`; returns where it ends.
    fn child(&mut self, tokens: &[TokenTree], at: usize, module: &[String]) -> usize {
        let Some(TokenTree::Ident(name)) = tokens.get(at) else { return at };
        let child = [module, &[plain(&name.to_string())]].concat();
        if let Some(TokenTree::Group(group)) = tokens.get(at + 1) {
            self.read(group.stream(), &child);
        } else {
            self.children.push((plain(&name.to_string()), within(&child, &[])));
        }
        at + 2
    }

    /// Reads a tree of a `use` that stands under `prefix`; returns where it ends.
    fn tree(&mut self, tokens: &[TokenTree], at: usize, prefix: &Named, module: &[String]) -> usize {
        let at = if is_path_sign(tokens, at) { at + 2 } else { at };
        let line = tokens.get(at).map_or(0, |token| token.span().start().line);
        let (more, end) = segments(tokens, at);
        let mut path = Named { path: [prefix.path.as_slice(), &more].concat(), line, ..*prefix };
        if let Some(TokenTree::Group(group)) = tokens.get(end)
            && group.delimiter() == Delimiter::Brace
        {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            let mut at = 0;
            while at < inside.len() {
                // One further: the comma.
                at = self.tree(&inside, at, &path, module) + 1;
            }
            return end + 1;
        }
        let is_glob = is_sign(tokens.get(end), '*');
        if is_glob {
            path.path.push("*".to_owned());
        } else if path.path.len() > 1 && more == ["self"] {
            path.path.pop();
        }
        let renamed = matches!(tokens.get(end), Some(TokenTree::Ident(word)) if word == "as");
        let name = if renamed {
            tokens.get(end + 1).map(|name| plain(&name.to_string()))
        } else {
            path.path.last().cloned()
        };
        self.imports.push(Import { name: name.filter(|_| !is_glob), path, module: module.to_vec() });
        end + usize::from(is_glob) + 2 * usize::from(renamed)
    }
}

/// Reads names joined by `::`; returns them, and where they end.
fn segments(tokens: &[TokenTree], mut at: usize) -> (Vec<String>, usize) {
    let mut names = Vec::new();
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        names.push(plain(&name.to_string()));
        at += 1;
        if !is_path_sign(tokens, at) {
            break;
        }
        at += 2;
    }
    (names, at)
}

/// Returns the name without the mark that lets a keyword be one.
fn plain(name: &str) -> String {
    name.trim_start_matches("r#").to_owned()
}

fn is_path_sign(tokens: &[TokenTree], at: usize) -> bool {
    let joined = matches!(tokens.get(at), Some(TokenTree::Punct(sign)) if sign.spacing() == Spacing::Joint);
    joined && is_sign(tokens.get(at), ':') && is_sign(tokens.get(at + 1), ':')
}

fn is_sign(token: Option<&TokenTree>, expected: char) -> bool {
    matches!(token, Some(TokenTree::Punct(sign)) if sign.as_char() == expected)
}

fn is_group(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(_)))
}

/// Returns whether `pub` or `pub(…)` stands at the end.
fn is_public(before: &[TokenTree]) -> bool {
    let before = if is_group(before.last()) { &before[..before.len() - 1] } else { before };
    matches!(before.last(), Some(TokenTree::Ident(word)) if word == "pub")
}

/// Returns the paths that a file named `src/a/b.rs` with this text names.
fn in_a_b(text: &str) -> Vec<String> {
    named(text, &["a".to_owned(), "b".to_owned()]).into_iter().map(|named| named.path.join("::")).collect()
}

#[test]
fn a_grouped_import_over_several_lines_is_expanded() {
    let text = "use crate::{\n    c::D,\n    e::{self, f::{G as H, r#move}},\n    i::*,\n};\nuse std::fs;";
    let paths = ["crate::c::D", "crate::e", "crate::e::f::G", "crate::e::f::move", "crate::i::*", "std::fs"];
    assert_eq!(in_a_b(text), paths);
}

#[test]
fn a_path_in_a_comment_or_a_string_is_none() {
    let text =
        "/// See [`crate::c`].\n// crate::c\n/* crate::c /* crate::c */ */\nconst C: &str = \"crate::c\";";
    assert!(!in_a_b(text).iter().any(|path| path.contains("crate")));
    assert_eq!(in_a_b("const C: &str = \"// \"; fn f(_: crate::c::D) {} // \""), ["crate::c::D"]);
}

#[test]
fn a_path_in_an_attribute_counts() {
    let text = "struct Args {\n    #[arg(value_name = \"ID\", add = super::c::ids())]\n    ids: String,\n}";
    assert_eq!(in_a_b(text), ["crate::a::c::ids"]);
}

#[test]
fn an_inline_module_has_its_own_super() {
    let text =
        "use super::c::D;\nmod tests { use super::*; fn f() { super::super::g() } }\nfn h() { self::i::j() }";
    assert_eq!(in_a_b(text), ["crate::a::c::D", "crate::a::b::*", "crate::a::g", "crate::a::b::i::j"]);
}

#[test]
fn a_child_counts_without_self() {
    let text = "use r#move::Args;\nfn f() { list::run(); move_::g(); }\nmod r#move;\nmod list;";
    assert_eq!(in_a_b(text), ["crate::a::b::move::Args", "crate::a::b::list::run", "move_::g"]);
}

#[test]
fn a_path_that_begins_with_an_imported_name_goes_on_from_there() {
    let text = "use crate::c::{d, e as f};\nfn g() -> Vec<d::H> { f::i::<u8>() }";
    assert_eq!(in_a_b(text), ["crate::c::d", "crate::c::e", "crate::c::d::H", "crate::c::e::i"]);
}

#[test]
fn who_may_see_an_item_is_no_import_and_what_is_handed_on_is_told_apart() {
    let text =
        "pub(in crate::a) fn f() {}\npub(crate) use c::D;\npub use self::e::F;\nuse self::g::H;\nmod c;";
    let named = named(text, &["a".to_owned()]);
    let handed_on: Vec<_> = named.iter().map(|named| (named.path.join("::"), named.is_handed_on)).collect();
    let expected = [("crate::a::c::D", true), ("crate::a::e::F", true), ("crate::a::g::H", false)];
    assert_eq!(handed_on, expected.map(|(path, is_handed_on)| (path.to_owned(), is_handed_on)));
}

#[test]
fn a_macro_is_named_with_its_mark() {
    assert_eq!(
        in_a_b("fn f() { if a != b { println!(\"\") } std::eprintln!() }"),
        ["println!", "std::eprintln!"]
    );
}
