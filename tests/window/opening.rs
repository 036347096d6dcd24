//! The window opens, and nothing in it is refused or wrong.

use super::driver::{Setup, drive};

#[tokio::test]
async fn the_window_opens() -> anyhow::Result<()> {
    drive("the_window_opens", Setup::default(), async |page| {
        page.wait_for("heading", "").await?;
        page.screenshot("the_window_opens").await?;
        page.expect_no_reports().await
    })
    .await
}
