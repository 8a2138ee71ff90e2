//! What the client sent and nobody has answered yet; what it takes back is never begun.

use lsp_server::{ErrorCode, Message, Notification, RequestId, Response};
use std::collections::VecDeque;

#[derive(Debug, Default)]
pub struct Queue {
    waiting: VecDeque<Message>,
}

impl Queue {
    /// Takes a message in; an answer is due at once where it takes a waiting request back.
    pub fn push(&mut self, message: Message) -> Option<Response> {
        let Message::Notification(Notification { method, params }) = &message else {
            self.waiting.push_back(message);
            return None;
        };
        if method != "$/cancelRequest" {
            self.waiting.push_back(message);
            return None;
        }
        let id: RequestId = serde_json::from_value(params.get("id")?.clone()).ok()?;
        let at = self.waiting.iter().position(|one| matches!(one, Message::Request(request) if request.id == id))?;
        self.waiting.remove(at);
        Some(Response::new_err(id, ErrorCode::RequestCanceled as i32, "cancelled".to_owned()))
    }

    pub fn pop(&mut self) -> Option<Message> {
        self.waiting.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lsp_server::Request;
    use serde_json::json;

    fn request(id: i32) -> Message {
        Request::new(id.into(), "textDocument/hover".to_owned(), json!({})).into()
    }
    fn cancel(id: serde_json::Value) -> Message {
        Notification::new("$/cancelRequest".to_owned(), json!({ "id": id })).into()
    }

    #[test]
    fn a_request_taken_back_is_answered_once_and_never_begun() {
        let mut queue = Queue::default();
        assert!(queue.push(request(1)).is_none());
        assert!(queue.push(request(2)).is_none());
        let answer = queue.push(cancel(json!(1))).map(|answer| answer.response_result.map_err(|error| error.code));
        assert!(matches!(answer, Some(Err(code)) if code == ErrorCode::RequestCanceled as i32));
        assert!(matches!(queue.pop(), Some(Message::Request(request)) if request.id == 2.into()));
        assert!(queue.pop().is_none());
        // Already answered, unknown, or not an id at all.
        for id in [json!(2), json!("x"), json!(null), json!([1])] {
            assert!(queue.push(cancel(id)).is_none() && queue.pop().is_none());
        }
    }
}
