package dev.assistant.api;

import dev.assistant.adapters.dynamodb.DynamoSignInAttempts;
import dev.assistant.adapters.grant.GrantKeySettings;
import dev.assistant.adapters.lambda.LambdaProviderAccounts;
import dev.assistant.adapters.oauth.OAuthProviders;
import dev.assistant.adapters.oauth.OAuthSettings;
import dev.assistant.adapters.password.BcryptPasswordHasher;
import dev.assistant.adapters.password.ShippedBreachedPasswords;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.PostgresAccounts;
import dev.assistant.adapters.postgres.PostgresApiKeys;
import dev.assistant.adapters.postgres.PostgresAvatars;
import dev.assistant.adapters.postgres.PostgresClosedAccounts;
import dev.assistant.adapters.postgres.PostgresLinkTickets;
import dev.assistant.adapters.postgres.PostgresLinkedIdentities;
import dev.assistant.adapters.postgres.PostgresMailedTokens;
import dev.assistant.adapters.postgres.PostgresMonthlySpends;
import dev.assistant.adapters.postgres.PostgresPasswords;
import dev.assistant.adapters.postgres.PostgresPreferences;
import dev.assistant.adapters.postgres.PostgresQuotas;
import dev.assistant.adapters.postgres.PostgresRepositoryGrants;
import dev.assistant.adapters.postgres.PostgresSessions;
import dev.assistant.adapters.postgres.PostgresTotals;
import dev.assistant.adapters.postgres.PostgresUsers;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.adapters.token.SecureRefreshTokens;
import dev.assistant.adapters.token.SecureSecrets;
import dev.assistant.adapters.token.TokenKeys;
import dev.assistant.administration.Accounts;
import dev.assistant.administration.SetQuota;
import dev.assistant.administration.SwitchAccount;
import dev.assistant.api.administration.ChangeUserOperation;
import dev.assistant.api.administration.ListSpendingOperation;
import dev.assistant.api.administration.ListUsersOperation;
import dev.assistant.api.administration.SetQuotaOperation;
import dev.assistant.api.auth.ChangePasswordOperation;
import dev.assistant.api.auth.ForgotPasswordOperation;
import dev.assistant.api.auth.GetSigningKeysOperation;
import dev.assistant.api.auth.LinkProviderOperation;
import dev.assistant.api.auth.ListProvidersOperation;
import dev.assistant.api.auth.LoginOperation;
import dev.assistant.api.auth.LoginWithGithubOperation;
import dev.assistant.api.auth.LoginWithGoogleOperation;
import dev.assistant.api.auth.LogoutOperation;
import dev.assistant.api.auth.ProviderLogin;
import dev.assistant.api.auth.RefreshOperation;
import dev.assistant.api.auth.RegisterOperation;
import dev.assistant.api.auth.ResendVerificationOperation;
import dev.assistant.api.auth.ResetPasswordOperation;
import dev.assistant.api.auth.VerifyEmailOperation;
import dev.assistant.api.events.ProviderSignInFunction;
import dev.assistant.api.http.Edge;
import dev.assistant.api.http.Identification;
import dev.assistant.api.users.AllowLinkOperation;
import dev.assistant.api.users.CreateApiKeyOperation;
import dev.assistant.api.users.DeleteAccountOperation;
import dev.assistant.api.users.DeleteApiKeyOperation;
import dev.assistant.api.users.DeleteAvatarOperation;
import dev.assistant.api.users.DeleteRepositoryAccessOperation;
import dev.assistant.api.users.EndSessionOperation;
import dev.assistant.api.users.GetAvatarOperation;
import dev.assistant.api.users.GetPreferencesOperation;
import dev.assistant.api.users.GetProfileOperation;
import dev.assistant.api.users.GetQuotaOperation;
import dev.assistant.api.users.GetRepositoryAccessOperation;
import dev.assistant.api.users.GetStatsOperation;
import dev.assistant.api.users.ListApiKeysOperation;
import dev.assistant.api.users.ListIdentitiesOperation;
import dev.assistant.api.users.ListSessionsOperation;
import dev.assistant.api.users.SetAvatarOperation;
import dev.assistant.api.users.SetPreferencesOperation;
import dev.assistant.api.users.SetRepositoryAccessOperation;
import dev.assistant.api.users.UnlinkIdentityOperation;
import dev.assistant.api.users.UpdateProfileOperation;
import dev.assistant.erasure.DeleteAccount;
import dev.assistant.identity.AccessTokens;
import dev.assistant.identity.AccountMails;
import dev.assistant.identity.AllowLink;
import dev.assistant.identity.ApiKeys;
import dev.assistant.identity.AskForVerification;
import dev.assistant.identity.Avatars;
import dev.assistant.identity.ChangePassword;
import dev.assistant.identity.CompleteProviderLink;
import dev.assistant.identity.CompleteProviderSignIn;
import dev.assistant.identity.CreateApiKey;
import dev.assistant.identity.EndSession;
import dev.assistant.identity.EndVisit;
import dev.assistant.identity.ForgotPassword;
import dev.assistant.identity.IdentityProviders;
import dev.assistant.identity.LinkProvider;
import dev.assistant.identity.LinkedIdentities;
import dev.assistant.identity.LoginLimits;
import dev.assistant.identity.MailLimits;
import dev.assistant.identity.MailedTokens;
import dev.assistant.identity.OpenSession;
import dev.assistant.identity.PasswordHasher;
import dev.assistant.identity.PasswordRules;
import dev.assistant.identity.Passwords;
import dev.assistant.identity.PreferenceStore;
import dev.assistant.identity.RefreshSession;
import dev.assistant.identity.RefreshTokens;
import dev.assistant.identity.RegisterUser;
import dev.assistant.identity.ResendVerification;
import dev.assistant.identity.ResetPassword;
import dev.assistant.identity.Secrets;
import dev.assistant.identity.Sessions;
import dev.assistant.identity.SetPreferences;
import dev.assistant.identity.SignIn;
import dev.assistant.identity.SignInAttempts;
import dev.assistant.identity.SignInThroughProvider;
import dev.assistant.identity.SignOut;
import dev.assistant.identity.StartProviderSignIn;
import dev.assistant.identity.UnlinkProvider;
import dev.assistant.identity.UpdateProfile;
import dev.assistant.identity.Users;
import dev.assistant.identity.VerifyAccess;
import dev.assistant.identity.VerifyAddress;
import dev.assistant.limit.RateLimiter;
import dev.assistant.quota.Quotas;
import dev.assistant.repository.GrantAccess;
import dev.assistant.repository.RepositoryGrants;

/** Puts together who people are: signing in, accounts and their keys. */
final class IdentityWiring extends Wiring {
    IdentityWiring(Environment environment) {
        super(environment);
    }

    Edge auth() {
        Database database = database();
        Users users = new PostgresUsers(database);
        Sessions sessions = new PostgresSessions(database);
        PasswordHasher hasher = new BcryptPasswordHasher();
        PasswordRules rules = new PasswordRules(ShippedBreachedPasswords.load());
        TokenKeys tokenKeys = tokenKeys();
        AccessTokens accessTokens = accessTokens(tokenKeys);
        RefreshTokens refreshTokens = new SecureRefreshTokens();
        RateLimiter limiter = limiter();
        LoginLimits loginLimits = new LoginLimits(limiter);
        MailLimits mailLimits = new MailLimits(limiter);
        MailedTokens mailedTokens = new PostgresMailedTokens(database);
        AccountMails mails = accountMails();
        Secrets secrets = new SecureSecrets();
        AskForVerification verification = new AskForVerification(mailedTokens, secrets, mails, clock);
        OpenSession openSession = new OpenSession(sessions, accessTokens, refreshTokens, ids);
        SignIn signIn = new SignIn(users, hasher, loginLimits, addressPolicy(), openSession, clock);
        RefreshSession refresh =
                new RefreshSession(users, sessions, accessTokens, refreshTokens, addressPolicy(), clock);
        Passwords passwords = new PostgresPasswords(database);
        return edge(
                "auth",
                callers(database, accessTokens),
                limiter,
                new RegisterOperation(new RegisterUser(users, rules, hasher, verification, ids, clock)),
                new VerifyEmailOperation(new VerifyAddress(users, mailedTokens, clock)),
                new ResendVerificationOperation(new ResendVerification(users, verification, mailLimits, mails, clock)),
                new ForgotPasswordOperation(new ForgotPassword(users, mailedTokens, secrets, mailLimits, mails, clock)),
                new ResetPasswordOperation(
                        new ResetPassword(users, mailedTokens, rules, hasher, passwords, loginLimits, mails, clock)),
                new LoginOperation(signIn),
                new ChangePasswordOperation(
                        new ChangePassword(users, rules, hasher, passwords, loginLimits, mails, clock)),
                new RefreshOperation(refresh),
                new LogoutOperation(new SignOut(sessions, clock)),
                new GetSigningKeysOperation(tokenKeys::publicJson));
    }

    /** Everything here is public, and stays outside the database's network: see {@link ProviderSignInFunction}. */
    Edge oauth() {
        var dynamoDb = aws.dynamoDb();
        IdentityProviders providers = new OAuthProviders(OAuthSettings.from(environment), clock);
        SignInAttempts attempts = new DynamoSignInAttempts(dynamoDb, environment.required("TABLE_SIGN_INS"));
        LambdaProviderAccounts accounts =
                new LambdaProviderAccounts(aws.lambda(), environment.required("FUNCTION_PROVIDER_SIGN_IN"));
        StartProviderSignIn start = new StartProviderSignIn(providers, attempts, new SecureSecrets(), clock);
        EndVisit visits = new EndVisit(providers, attempts, clock);
        ProviderLogin login = new ProviderLogin(start, new CompleteProviderSignIn(visits, accounts));
        return edge(
                "oauth",
                Identification.NOBODY,
                limiter(),
                new ListProvidersOperation(providers),
                new LoginWithGoogleOperation(login),
                new LoginWithGithubOperation(login),
                new LinkProviderOperation(start, new CompleteProviderLink(visits, accounts)));
    }

    ProviderSignInFunction providerSignIn() {
        Database database = database();
        Users users = new PostgresUsers(database);
        Sessions sessions = new PostgresSessions(database);
        LinkedIdentities identities = new PostgresLinkedIdentities(database);
        AccountMails mails = accountMails();
        AccessTokens accessTokens = accessTokens(tokenKeys());
        OpenSession openSession = new OpenSession(sessions, accessTokens, new SecureRefreshTokens(), ids);
        return new ProviderSignInFunction(
                new SignInThroughProvider(users, identities, mails, openSession, ids, clock),
                new LinkProvider(
                        new VerifyAccess(accessTokens, sessions, clock),
                        new PostgresLinkTickets(database),
                        users,
                        identities,
                        mails,
                        clock));
    }

    Edge users() {
        Database database = database();
        Users users = new PostgresUsers(database);
        Sessions sessions = new PostgresSessions(database);
        ApiKeys apiKeys = new PostgresApiKeys(database);
        Accounts accounts = new PostgresAccounts(database);
        Quotas quotas = new PostgresQuotas(database);
        LinkedIdentities identities = new PostgresLinkedIdentities(database);
        Avatars avatars = new PostgresAvatars(database);
        PreferenceStore preferences = new PostgresPreferences(database);
        RepositoryGrants grants = new PostgresRepositoryGrants(database);
        return edge(
                "users",
                callers(database),
                limiter(),
                new GetProfileOperation(users),
                new UpdateProfileOperation(new UpdateProfile(users, clock)),
                new DeleteAccountOperation(
                        new DeleteAccount(new PostgresClosedAccounts(database), eraseAccounts(database), clock)),
                new ListSessionsOperation(sessions, clock),
                new EndSessionOperation(new EndSession(sessions, clock)),
                new ListIdentitiesOperation(users, identities),
                new AllowLinkOperation(new AllowLink(
                        users, identities, new PostgresLinkTickets(database), new SecureSecrets(), clock)),
                new UnlinkIdentityOperation(new UnlinkProvider(users, identities, accountMails(), clock)),
                new ListApiKeysOperation(apiKeys),
                new CreateApiKeyOperation(new CreateApiKey(apiKeys, new SecureSecrets(), ids, clock)),
                new DeleteApiKeyOperation(apiKeys),
                new GetQuotaOperation(quotas, clock),
                new ListUsersOperation(accounts),
                new ChangeUserOperation(new SwitchAccount(accounts, clock)),
                new SetQuotaOperation(new SetQuota(accounts, quotas, clock)),
                new GetAvatarOperation(avatars),
                new SetAvatarOperation(avatars, clock),
                new DeleteAvatarOperation(avatars),
                new ListSpendingOperation(new PostgresMonthlySpends(database), clock),
                new GetPreferencesOperation(preferences),
                new SetPreferencesOperation(new SetPreferences(preferences, clock)),
                new GetRepositoryAccessOperation(grants),
                new SetRepositoryAccessOperation(new GrantAccess(
                        grants, GrantKeySettings.from(environment).seal(aws::kms), clock)),
                new DeleteRepositoryAccessOperation(grants),
                new GetStatsOperation(new PostgresTotals(database)));
    }
}
