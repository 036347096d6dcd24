//! A display of our own for window tests: Xvfb on a free number, with a window manager.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::shell::Outcome;

/// The shell waits on a pipe that only we hold: however we end, it closes and the server is stopped.
const SERVER: &str = "trap : INT TERM
Xvfb -displayfd 1 -screen 0 1920x1200x24 -nolisten tcp 2>/dev/null &
read -r _
kill $!
wait $!";

/// A running display; it ends when this is dropped.
pub struct Display {
    server: Child,
    manager: Option<Child>,
    name: String,
}

impl Display {
    /// Starts the server and the window manager.
    pub fn start() -> Outcome<Self> {
        let mut shell = Command::new("sh");
        shell.args(["-c", SERVER]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let server = shell.spawn().map_err(|error| format!("no shell for Xvfb: {error}"))?;
        let mut display = Self { server, manager: None, name: String::new() };
        display.name = format!(":{}", display.number()?);
        display.manager = Some(display.manage()?);
        Ok(display)
    }

    /// Lets a command's windows appear here, and nowhere else.
    pub fn lend(&self, command: &mut Command) {
        command.env("DISPLAY", &self.name).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
    }

    /// The server writes the number it found free once it is ready.
    fn number(&mut self) -> Outcome<u32> {
        let stdout = self.server.stdout.take().ok_or("Xvfb has no output")?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).map_err(|error| format!("Xvfb said nothing: {error}"))?;
        line.trim().parse().map_err(|_| "Xvfb did not start; is the package xvfb installed?".to_owned())
    }

    fn manage(&self) -> Outcome<Child> {
        let mut manager = Command::new("openbox");
        self.lend(&mut manager);
        manager.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        manager.spawn().map_err(|error| format!("openbox did not start: {error}"))
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some(manager) = &mut self.manager {
            let _ = manager.kill();
            let _ = manager.wait();
        }
        drop(self.server.stdin.take());
        let _ = self.server.wait();
    }
}
