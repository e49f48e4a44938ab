//! Headless Chromium, driven over a pipe by the DevTools protocol: no port, no driver, nothing to download.
//!
//! Messages are JSON, ended by a zero byte. Chromium reads them from descriptor 3 and writes to descriptor 4; the shell
//! makes those of its standard input and output.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Longer than any answer takes, on a machine however busy.
const PATIENCE: Duration = Duration::from_secs(120);

const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --window-size=1300,900 --remote-debugging-pipe";

pub(crate) struct Chromium {
    child: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    session: Option<String>,
    sent: u64,
    events: Vec<Value>,
    profile: PathBuf,
}

/// The program, where there is one.
fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from).into_iter();
    let found = names.iter().flat_map(|n| std::env::split_paths(&path).map(move |p| p.join(n)));
    named.chain(found).find(|p| p.is_file())
}

impl Chromium {
    /// Starts the browser; without one the test fails in CI, and says so and is skipped elsewhere.
    pub(crate) fn start(name: &str) -> Option<Chromium> {
        let Some(program) = program() else {
            let help =
                "no Chromium: `apt-get install -y chromium`, or name one by CHROMIUM=/path/to/chromium";
            assert!(std::env::var_os("CI").is_none(), "{help}");
            eprintln!("SKIPPED: {help}");
            return None;
        };
        let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("chromium-{name}"));
        let _ = std::fs::remove_dir_all(&profile);
        let command =
            format!("exec \"$0\" {FLAGS} --user-data-dir=\"$1\" about:blank 3<&0 4>&1 </dev/null >/dev/null");
        let mut child = Command::new("sh")
            .arg("-c")
            .arg(command)
            .args([&program, &profile])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (sender, messages) = channel();
        // A thread of its own, so that a browser that hangs fails the test and does not hang it.
        std::thread::spawn(move || {
            for message in BufReader::new(output).split(0).map_while(Result::ok) {
                let parsed = serde_json::from_slice(&message).unwrap();
                if sender.send(parsed).is_err() {
                    return;
                }
            }
        });
        let mut browser =
            Chromium { child, input, messages, session: None, sent: 0, events: Vec::new(), profile };
        browser.attach();
        Some(browser)
    }

    fn attach(&mut self) {
        let page = self.call("Target.createTarget", json!({"url": "about:blank"}))["targetId"].clone();
        let attached = self.call("Target.attachToTarget", json!({"targetId": page, "flatten": true}));
        self.session = Some(attached["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log", "Network"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
    }

    /// Sends a command and waits for what it gives.
    pub(crate) fn call(&mut self, method: &str, params: Value) -> Value {
        self.sent += 1;
        let mut message = json!({"id": self.sent, "method": method, "params": params});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.input.write_all(message.to_string().as_bytes()).unwrap();
        self.input.write_all(&[0]).unwrap();
        self.input.flush().unwrap();
        loop {
            let mut message = self.receive();
            if message["id"] == json!(self.sent) {
                assert!(message.get("error").is_none(), "{method}: {message}");
                return message["result"].take();
            }
            self.events.push(message);
        }
    }

    fn receive(&self) -> Value {
        self.messages.recv_timeout(PATIENCE).expect("Chromium does not answer")
    }

    /// Opens a page and waits until it is loaded; what happened on the page before is forgotten.
    pub(crate) fn open(&mut self, page: &Path) {
        self.events.clear();
        let start = Instant::now();
        self.call("Page.navigate", json!({"url": format!("file://{}", page.display())}));
        while !self.events.iter().any(|e| e["method"] == "Page.loadEventFired") {
            assert!(start.elapsed() < PATIENCE, "{} does not load", page.display());
            let event = self.receive();
            self.events.push(event);
        }
    }

    /// What a script in the page gives.
    pub(crate) fn evaluate(&mut self, script: &str) -> Value {
        let params = json!({"expression": script, "awaitPromise": true, "returnByValue": true});
        let mut result = self.call("Runtime.evaluate", params);
        assert!(result.get("exceptionDetails").is_none(), "{script}: {result}");
        result["result"]["value"].take()
    }

    /// A click of the mouse upon the middle of what the selector finds first.
    pub(crate) fn click(&mut self, selector: &str) {
        let place = self.evaluate(&format!(
            "(() => {{ const e = document.querySelector({selector:?}); e.scrollIntoView({{ block: 'center' }}); \
             const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            let at = json!({"type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1});
            self.call("Input.dispatchMouseEvent", at);
        }
    }

    /// A key, pressed and let go.
    pub(crate) fn press(&mut self, key: &str) {
        let code = match key {
            "Enter" => 13,
            "Escape" => 27,
            "Tab" => 9,
            " " => 32,
            _ => 0,
        };
        let text = if key == "Enter" {
            "\r"
        } else if key == " " {
            " "
        } else {
            ""
        };
        let down = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        for kind in [down, "keyUp"] {
            let mut event = json!({"type": kind, "key": key, "windowsVirtualKeyCode": code});
            if kind == "keyDown" {
                event["text"] = json!(text);
            }
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// "light" or "dark".
    pub(crate) fn scheme(&mut self, scheme: &str) {
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.call("Emulation.setEmulatedMedia", json!({"features": features}));
    }

    pub(crate) fn resize(&mut self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// A picture of the window, in the tests' folder, for people to look at.
    pub(crate) fn screenshot(&mut self, name: &str) {
        use base64::Engine;
        let shot = self.call("Page.captureScreenshot", json!({}));
        let bytes = base64::engine::general_purpose::STANDARD.decode(shot["data"].as_str().unwrap()).unwrap();
        assert!(bytes.len() > 1000, "an empty picture");
        std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png")), bytes).unwrap();
    }

    /// Errors on the page's console, uncaught exceptions, and requests to anything but the page itself.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let mut requests = 0;
        let mut complains = |e: &&Value| match e["method"].as_str().unwrap_or_default() {
            "Runtime.exceptionThrown" | "Log.entryAdded" => true,
            "Runtime.consoleAPICalled" => {
                e["params"]["type"] == json!("error") || e["params"]["type"] == json!("warning")
            }
            "Network.requestWillBeSent" => {
                requests += 1;
                requests > 1
            }
            _ => false,
        };
        self.events.iter().filter(|e| complains(e)).map(Value::to_string).collect()
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
