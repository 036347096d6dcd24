//! The real window, driven: `driver` starts and ends it, `page` acts in it as a person would,
//! `chooser` answers the system's file dialogs.

mod chooser;
mod driver;
mod elements;
#[allow(dead_code, reason = "the tools of every story, whichever are told")]
mod page;
mod plan;
mod process;

mod crash;
mod disclosure;
mod importing;
mod large;
mod lot_dialogs;
mod lots;
mod opening;
mod screens;
mod story;
mod year;
