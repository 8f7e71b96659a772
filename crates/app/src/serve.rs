//! `casingexpert serve`: opens what is needed, listens, answers until told to stop.

use std::io::{ErrorKind, IsTerminal, Write};
use std::net::SocketAddr;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use interview::Reader;
use store::Store;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

use crate::cli::ServeArgs;
use crate::config::{Config, PORT, PublicUrl};
use crate::forget::forget_for_ever;
use crate::library::CaseLibrary;
use crate::rooms::{MakeReader, Rooms, Timepiece, sweep_for_ever};
use crate::{AppState, retention, routes};

/// How long open answers may take after the signal to stop. Rooms hold their connections open;
/// every acknowledged turn is on disk by then.
const STOP_GRACE: Duration = Duration::from_secs(5);

/// Runs the server until it is told to stop.
///
/// # Errors
/// When the port, the data folder or the database cannot be used.
pub fn run(args: ServeArgs) -> anyhow::Result<ExitCode> {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .init();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(serve(args))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(args: ServeArgs) -> anyhow::Result<()> {
    let make: MakeReader = if args.without_matching {
        Reader::without_matching
    } else {
        Reader::new
    };
    let mut config = configured(args);
    if config.database.is_none() {
        usable_folder(&config.data)?;
    }
    let mut stop_signal = Stop::listen()?;
    let listeners = listen(&mut config).await?;
    let mut app = open(config).await?;
    app.rooms = Rooms::reading(app.store.clone(), Timepiece::server(), make);
    announce(&app.config)?;
    tokio::spawn(sweep_for_ever(app.rooms.clone()));
    tokio::spawn(retention::sweep_for_ever(app.store.clone()));
    tokio::spawn(forget_for_ever(app.store.clone()));
    let (stop, stopped) = watch::channel(());
    let mut tasks = tokio::task::JoinSet::new();
    for listener in listeners {
        let (router, mut stopped) = (routes::router(app.clone()), stopped.clone());
        let until = async move {
            // An error means that the sender is gone, which is a reason to stop as well.
            let _ = stopped.changed().await;
        };
        tasks.spawn(async move {
            axum::serve(listener, router)
                .with_graceful_shutdown(until)
                .await
        });
    }
    stop_signal.told().await;
    tracing::info!("stopping");
    let _ = stop.send(());
    let rest = async { while tasks.join_next().await.is_some() {} };
    if tokio::time::timeout(STOP_GRACE, rest).await.is_err() {
        tracing::info!("connections were still open; their rooms go on after the next start");
    }
    Ok(())
}

/// Opens the database and the cases.
///
/// # Errors
/// When the database cannot be used; broken cases are logged and left out.
pub async fn open(config: Config) -> anyhow::Result<AppState> {
    let casebook = CaseLibrary::load(config.cases.as_deref())?;
    open_with(config, Arc::new(casebook)).await
}

/// Opens the database beside a library that is at hand.
///
/// # Errors
/// When the database cannot be used.
pub async fn open_with(config: Config, casebook: Arc<CaseLibrary>) -> anyhow::Result<AppState> {
    let store = Store::open(&config.database_url()).await?;
    Ok(AppState {
        rooms: Rooms::new(store.clone(), Timepiece::server()),
        store,
        casebook,
        config: Arc::new(config),
    })
}

fn configured(args: ServeArgs) -> Config {
    let port = args.listen.map_or(PORT, |a| a.port());
    Config {
        listen: args
            .listen
            .map_or_else(|| Config::loopback(PORT), |a| vec![a]),
        data: args.data,
        database: args.database,
        cases: args.cases,
        public_url: args.public_url.unwrap_or_else(|| PublicUrl::local(port)),
    }
}

/// Makes the data folder and proves that it takes a file, before anything depends on it.
fn usable_folder(folder: &Path) -> anyhow::Result<()> {
    let probe = folder.join(".writable");
    // What candidates write is for the eyes of whoever runs the server alone.
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .and_then(|()| std::fs::write(&probe, b""))
        .and_then(|()| std::fs::remove_file(&probe))
        .with_context(|| {
            format!(
                "cannot write in the data folder `{}`: give this user the right to write there, \
                 or name another folder with --data",
                folder.display()
            )
        })
}

/// Takes the addresses. The first must be free; a machine may lack the second (no IPv6).
async fn listen(config: &mut Config) -> anyhow::Result<Vec<TcpListener>> {
    let mut listeners = Vec::new();
    let mut taken: Vec<SocketAddr> = Vec::new();
    for address in config.listen.clone() {
        match TcpListener::bind(address).await {
            Ok(listener) => {
                taken.push(listener.local_addr()?);
                listeners.push(listener);
            }
            Err(error) if listeners.is_empty() || error.kind() == ErrorKind::AddrInUse => {
                return Err(error).with_context(|| unusable(address));
            }
            Err(error) => tracing::info!(%address, %error, "address left out"),
        }
    }
    if let [only] = taken[..]
        && config.public_url == PublicUrl::local(0)
    {
        config.public_url = PublicUrl::local(only.port());
    }
    config.listen = taken;
    Ok(listeners)
}

fn unusable(address: SocketAddr) -> String {
    let other = SocketAddr::new(address.ip(), address.port().wrapping_add(1).max(1024));
    format!(
        "cannot listen on {address}: stop the program that uses this port, \
         or choose another with --listen {other}"
    )
}

fn announce(config: &Config) -> anyhow::Result<()> {
    let mut out = std::io::stdout();
    writeln!(out, "{}", config.public_url.as_str())?;
    if config.plain_beyond_this_machine() {
        writeln!(
            out,
            "Warning: other machines can reach this server without encryption. Put a TLS proxy \
             in front and name its address with --public-url https://..."
        )?;
    }
    Ok(out.flush()?)
}

/// The two ways to be told to stop. Made before the address is printed: whoever reads it may stop
/// the server at once.
struct Stop {
    interrupt: Signal,
    terminate: Signal,
}

impl Stop {
    fn listen() -> std::io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn told(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}
