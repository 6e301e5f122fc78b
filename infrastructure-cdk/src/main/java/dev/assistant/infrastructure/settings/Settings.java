package dev.assistant.infrastructure.settings;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between stages. Prices in the parts' comments are list prices of us-east-1 in USD a month, for orientation.
 *
 * @param stage a short name, part of every stack's name
 * @param host the name under which browsers reach the product
 * @param certificate ARN of the certificate for that host, in us-east-1; empty when the host is CloudFront's own name
 * @param keepsData whether tables, database, bucket and keys outlive their stacks and are protected against deletion
 * @param logRetentionDays how long logs are kept
 */
public record Settings(
        String stage,
        String host,
        Optional<String> certificate,
        Build build,
        Accounts accounts,
        boolean keepsData,
        int logRetentionDays,
        Network network,
        Database database,
        Api api,
        Agents agents,
        Operations operations) {

    /** For development accounts: sleeps when nobody uses it, and may be deleted without a trace. */
    public static Settings dev(String host, Optional<String> certificate, Build build, Accounts accounts) {
        return new Settings(
                "dev",
                host,
                certificate,
                build,
                accounts,
                false,
                7,
                new Network(2, 0),
                new Database(0, 2, 0, 1),
                new Api(50, 100, false, 1),
                new Agents(0, 4, 4, 1024, 2048, List.of()),
                new Operations(5, 200, false));
    }

    /** For production: one warm worker, a second database instance, nothing lost when a stack is deleted. */
    public static Settings prod(String host, Optional<String> certificate, Build build, Accounts accounts) {
        return new Settings(
                "prod",
                host,
                certificate,
                build,
                accounts,
                true,
                90,
                new Network(2, 0),
                new Database(0.5, 8, 1, 14),
                new Api(500, 1000, true, 1),
                new Agents(1, 50, 4, 1024, 2048, List.of()),
                new Operations(100, 4000, true));
    }

    /** The same with language models. */
    public Settings with(List<String> models) {
        Agents more = new Agents(
                agents.minTasks(),
                agents.maxTasks(),
                agents.jobsPerTask(),
                agents.processor(),
                agents.memory(),
                models);
        return new Settings(
                stage,
                host,
                certificate,
                build,
                accounts,
                keepsData,
                logRetentionDays,
                network,
                database,
                api,
                more,
                operations);
    }

    /** The same with one of the two keys, 1 or 2, sent by CloudFront. */
    public Settings withOriginKey(int originKey) {
        return new Settings(
                stage,
                host,
                certificate,
                build,
                accounts,
                keepsData,
                logRetentionDays,
                network,
                database,
                new Api(api.rate(), api.burst(), api.firewall(), originKey),
                agents,
                operations);
    }

    /** The product's address in a browser. */
    public String origin() {
        return "https://" + host;
    }

    /** The secret that holds what providers gave us. */
    public String providersSecret() {
        return "development-assistant/%s/identity-providers".formatted(stage);
    }

    /** What runs. */
    public record Build(String version, String commit) {}

    /**
     * Who may use the product, and who is told how it does.
     *
     * @param mailSender the address that mails come from; its domain is made known to the mail service, whose DKIM records,
     *     an output of the mail stack, go into the domain's DNS
     * @param requireVerifiedEmail whether people must confirm their mail address before they sign in
     * @param tokenKeys numbers of the keys behind access tokens: the first signs, the others are trusted
     * @param providers with whom people may sign in instead of with a password
     * @param alarmMail where alarms go; empty when they only show
     */
    public record Accounts(
            String mailSender,
            boolean requireVerifiedEmail,
            List<Integer> tokenKeys,
            Providers providers,
            Optional<String> alarmMail) {
        public Accounts {
            tokenKeys = List.copyOf(tokenKeys);
            if (tokenKeys.isEmpty() || Set.copyOf(tokenKeys).size() != tokenKeys.size()) {
                throw new IllegalArgumentException("a key must sign, and each is named once");
            }
            if (Collections.max(tokenKeys) - Collections.min(tokenKeys) >= tokenKeys.size()
                    || Collections.min(tokenKeys) < 1) {
                throw new IllegalArgumentException("numbers of keys begin at 1 and leave none out");
            }
            if (!mailSender.matches("[^@\\s]+@[^@\\s]+")) {
                throw new IllegalArgumentException("the mail sender is no mail address");
            }
        }

        /** The part behind the @. */
        public String mailDomain() {
            return mailSender.substring(mailSender.indexOf('@') + 1);
        }
    }

    /**
     * Agreements with sign-in providers: the client ids that they gave us, empty where there is none. The client secrets are
     * in a secret of Secrets Manager that somebody makes by hand, so that they are in no template, no repository and no
     * process list: JSON with {@code google_client_secret} and {@code github_client_secret}, under {@code
     * development-assistant/<stage>/identity-providers}.
     */
    public record Providers(Optional<String> google, Optional<String> github) {}

    /**
     * The private network.
     *
     * @param zones availability zones
     * @param natGateways 33 each plus traffic; 0 gives the database's network interface endpoints instead (7 each, for two
     *     services in every zone) and no way to the internet
     */
    public record Network(int zones, int natGateways) {}

    /**
     * Aurora Serverless v2.
     *
     * @param minCapacity in capacity units of about 2 GB, 88 a unit; 0 pauses an unused database, which then takes about 15 s
     *     to wake
     * @param readers further instances, which also take over and answer analytics; each costs what the first does
     * @param backupDays how far back one can restore, 1 to 35
     */
    public record Database(double minCapacity, double maxCapacity, int readers, int backupDays) {}

    /**
     * The REST API.
     *
     * @param rate requests a second, for all callers together
     * @param burst how many may come at once
     * @param firewall whether CloudFront has a web application firewall: 7, and 0.60 a million requests
     * @param originKey which of the two keys, 1 or 2, CloudFront proves itself with to the functions, which accept both
     */
    public record Api(int rate, int burst, boolean firewall, int originKey) {
        public Api {
            if (originKey != 1 && originKey != 2) {
                throw new IllegalArgumentException("there are two origin keys, 1 and 2");
            }
        }
    }

    /**
     * The agent-runtime service.
     *
     * @param minTasks 29 each; 0 makes the first review after a pause wait one to two minutes for a task
     * @param jobsPerTask how many reviews a task works on at once
     * @param processor in 1/1024 of a processor
     * @param memory in megabytes
     * @param models Bedrock's ids of the language models that agents ask, the first and those to fall back to; none for reviews by
     *     analysers alone
     */
    public record Agents(int minTasks, int maxTasks, int jobsPerTask, int processor, int memory, List<String> models) {
        public Agents {
            models = List.copyOf(models);
        }

        /** What functions and the worker are told: whose models there are. */
        public String modelProvider() {
            return models.isEmpty() ? "none" : "bedrock";
        }
    }

    /**
     * Running it.
     *
     * @param modelUsdPerDay what models may cost a day before an alarm
     * @param usdPerMonth what the account may cost a month; at 80 and 100 percent, and when that is foreseen, a mail says so
     * @param shiftsSlowly whether a tenth of the calls tries a function's new code for five minutes, and errors bring the old one
     *     back; 0.10 a function for its alarm
     */
    public record Operations(double modelUsdPerDay, double usdPerMonth, boolean shiftsSlowly) {}
}
