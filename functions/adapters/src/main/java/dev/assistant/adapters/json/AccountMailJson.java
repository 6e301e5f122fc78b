package dev.assistant.adapters.json;

import dev.assistant.identity.AccountMail;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.JobNews;
import dev.assistant.identity.MailedToken;
import dev.assistant.identity.Provider;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Messages of the mail queue as JSON. Unknown fields are ignored. Thread-safe. */
public final class AccountMailJson {
    private static final String VERIFY_ADDRESS = "verify_address";
    private static final String RESET_PASSWORD = "reset_password";
    private static final String PASSWORD_CHANGED = "password_changed";
    private static final String PROVIDER_LINKED = "provider_linked";
    private static final String PROVIDER_UNLINKED = "provider_unlinked";
    private static final String ABOUT_JOB = "about_job";
    private static final String TO_NOBODY = "to_nobody";

    private AccountMailJson() {}

    public static String write(AccountMail mail) {
        return WireJson.MAPPER.writeValueAsString(
                switch (mail) {
                    case AccountMail.VerifyAddress verify ->
                        document(VERIFY_ADDRESS, verify.to(), verify.username(), verify.token());
                    case AccountMail.ResetPassword reset ->
                        document(RESET_PASSWORD, reset.to(), reset.username(), reset.token());
                    case AccountMail.PasswordChanged changed ->
                        new Document(
                                PASSWORD_CHANGED,
                                changed.to().value(),
                                changed.username(),
                                null,
                                null,
                                null,
                                null,
                                null);
                    case AccountMail.ProviderLinked linked ->
                        document(PROVIDER_LINKED, linked.to(), linked.username(), linked.provider());
                    case AccountMail.ProviderUnlinked unlinked ->
                        document(PROVIDER_UNLINKED, unlinked.to(), unlinked.username(), unlinked.provider());
                    case AccountMail.AboutJob about ->
                        new Document(
                                ABOUT_JOB,
                                about.to().value(),
                                about.username(),
                                null,
                                about.job().toString(),
                                about.workflow(),
                                about.news().name().toLowerCase(Locale.ROOT),
                                null);
                    case AccountMail.ToNobody nobody ->
                        new Document(TO_NOBODY, null, null, null, null, null, null, null);
                });
    }

    /** @throws IllegalArgumentException when it is no such message */
    public static AccountMail read(String body) {
        try {
            Document document = WireJson.MAPPER.readValue(body, Document.class);
            return switch (Document.required(document.kind())) {
                case VERIFY_ADDRESS ->
                    new AccountMail.VerifyAddress(document.address(), document.name(), document.mailed());
                case RESET_PASSWORD ->
                    new AccountMail.ResetPassword(document.address(), document.name(), document.mailed());
                case PASSWORD_CHANGED -> new AccountMail.PasswordChanged(document.address(), document.name());
                case PROVIDER_LINKED ->
                    new AccountMail.ProviderLinked(document.address(), document.name(), document.linked());
                case PROVIDER_UNLINKED ->
                    new AccountMail.ProviderUnlinked(document.address(), document.name(), document.linked());
                case ABOUT_JOB ->
                    new AccountMail.AboutJob(
                            document.address(),
                            document.name(),
                            UUID.fromString(Document.required(document.job())),
                            Document.required(document.workflow()),
                            WireNames.constant(JobNews.class, Document.required(document.news())));
                case TO_NOBODY -> new AccountMail.ToNobody();
                default -> throw new IllegalArgumentException("no mail of a known kind");
            };
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a message of the mail queue");
        }
    }

    private static Document document(String kind, EmailAddress to, String username, MailedToken token) {
        return new Document(kind, to.value(), username, token.text(), null, null, null, null);
    }

    private static Document document(String kind, EmailAddress to, String username, Provider provider) {
        return new Document(kind, to.value(), username, null, null, null, null, provider.word());
    }

    /** The wire form. */
    private record Document(
            @Nullable String kind,
            @Nullable String to,
            @Nullable String username,
            @Nullable String token,
            @Nullable String job,
            @Nullable String workflow,
            @Nullable String news,
            @Nullable String provider) {
        EmailAddress address() {
            return new EmailAddress(required(to));
        }

        String name() {
            return required(username);
        }

        MailedToken mailed() {
            return new MailedToken(required(token));
        }

        Provider linked() {
            return Provider.named(required(provider))
                    .orElseThrow(() -> new IllegalArgumentException("no known provider"));
        }

        static String required(@Nullable String value) {
            if (value == null) {
                throw new IllegalArgumentException("a message of the mail queue lacks a field");
            }
            return value;
        }
    }
}
