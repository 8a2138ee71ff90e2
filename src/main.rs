//! The door: one command line in, one exit code out.

fn main() -> std::process::ExitCode {
    calmdesk::cli::main()
}
