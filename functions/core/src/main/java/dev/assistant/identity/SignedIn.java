package dev.assistant.identity;

/** What a successful sign-in or refresh hands out. */
public record SignedIn(User user, SessionId session, String accessToken, RefreshToken refreshToken) {
    @Override
    public String toString() {
        return "SignedIn[" + user.id() + "]";
    }
}
