//! LibreOffice edits what we wrote, and writes what we read. Where it is not installed these tests
//! say that they skip; what it made once (version 7.4) is among the data of the tests.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a macro of Basic in LibreOffice; none where there is no LibreOffice. In the macro `FOLDER`
/// stands for a folder that belongs to it, as a URL, and what is in the folder afterwards is what
/// the caller looks at. The macro is a `Sub Work`.
#[allow(clippy::print_stderr, reason = "a test that skips says so")]
pub(crate) fn run(folder: &Path, body: &str) -> Option<()> {
    let program = ["soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"]
        .into_iter()
        .find(|program| Command::new(program).arg("--version").output().is_ok());
    let Some(program) = program else {
        eprintln!("LibreOffice is not here: skipped");
        return None;
    };
    let office = |what: &str| {
        let profile = format!("-env:UserInstallation={}", url(&folder.join("profile")));
        let mut command = Command::new(program);
        command.args([profile.as_str(), "--headless", "--norestore", "--nologo", what]);
        let output = command.output().expect("LibreOffice runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    // The first start makes a profile, with a module that is empty.
    office("--terminate_after_init");
    let prelude = PRELUDE.replace("FOLDER", &url(folder));
    let text = body.replace("FOLDER", &url(folder));
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let module = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE script:module PUBLIC \
         \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"module.dtd\">\n<script:module \
         xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Module1\" \
         script:language=\"StarBasic\">{prelude}{text}</script:module>"
    );
    let place = folder.join("profile/user/basic/Standard/Module1.xba");
    std::fs::write(place, module).expect("the profile has a folder of macros");
    office("macro:///Standard.Module1.Main");
    let error = std::fs::read_to_string(folder.join("error.txt")).unwrap_or_default();
    assert_eq!(error, "");
    Some(())
}

/// What macros use: opening and saving.
const PRELUDE: &str = r#"
Function Opened(path As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot;
  hidden(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(path, &quot;_blank&quot;, 0, hidden())
End Function
Sub Saved(document, path As String, kind As String)
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = &quot;FilterName&quot;
  filter(0).Value = kind
  document.storeToURL(path, filter())
  document.close(True)
End Sub
Sub Main
  On Error GoTo Failed
  Work
  Exit Sub
Failed:
  file = FreeFile
  Open &quot;FOLDER/error.txt&quot; For Output As #file
  Print #file, Error &amp; &quot; in line &quot; &amp; Erl
  Close #file
End Sub
"#;

fn url(path: &Path) -> String {
    let path = path.display().to_string().replace('\\', "/");
    format!("file://{}{path}", if path.starts_with('/') { "" } else { "/" })
}

/// A folder of its own for LibreOffice.
pub(crate) fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_owned();
    (folder, path)
}
