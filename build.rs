//! Files that are embedded by macros which cannot watch them: a change of any rebuilds the crate.

fn main() {
    for folder in ["assets", "scenarios"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
