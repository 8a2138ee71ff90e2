//! The door: one command line in, one exit code out.

#[global_allocator]
static HEAP: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    calmdesk::cli::main()
}
