package dev.assistant.review;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The formats of secrets that their issuers have published, and what looks like a secret by its name and its randomness. */
public final class SecretFormats {
    private static final String VALUE = "[A-Za-z0-9+/=_.~!@#%^&*-]{20,200}";

    private static final List<SecretFormat> CODE_HOSTS = List.of(
            token("github", List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_"), "gh[pousr]_", "[A-Za-z0-9]{36,255}+"),
            token("github-fine-grained", "github_pat_", "[A-Za-z0-9_]{40,255}+"),
            token(
                    "gitlab",
                    List.of(
                            "glpat-",
                            "glptt-",
                            "gldt-",
                            "glrt-",
                            "glcbt-",
                            "glsoat-",
                            "glft-",
                            "glimt-",
                            "glagent-",
                            "gloas-"),
                    "gl(?:pat|ptt|dt|rt|cbt|soat|ft|imt|agent|oas)-",
                    "[A-Za-z0-9_-]{20,255}+"),
            token("bitbucket", "ATBB", "[A-Za-z0-9]{32}\\b"),
            token("atlassian", List.of("ATATT3", "ATCTT3"), "AT[AC]TT3", "[A-Za-z0-9_=-]{60,400}+"));

    private static final List<SecretFormat> CLOUDS = List.of(
            new SecretFormat(
                    "aws-secret-key",
                    List.of("key", "Key", "KEY"),
                    Pattern.compile(
                            "(?i)\\b(?:aws|amazon)?_?(?:secret|private)_?(?:access)?_?key(?:_id)?[\"']?\\s{0,5}[:=]{1,2}>?\\s{0,5}"
                                    + "[\"']?(?<at>(?<secret>[A-Za-z0-9/+]{40}))(?![A-Za-z0-9/+=])"),
                    SecretFormats::isMixed),
            token("aws-bedrock", "ABSKQmVkcm9ja0FQSUtleS", "[A-Za-z0-9+/=]{80,300}+"),
            token("google-api", "AIza", "[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])"),
            token("google-client-secret", "GOCSPX-", "[A-Za-z0-9_-]{28}(?![0-9A-Za-z_-])"),
            token("google-access-token", List.of("ya29."), "ya29\\.", "[A-Za-z0-9_-]{50,400}+"),
            token("azure-storage", "AccountKey=", "[A-Za-z0-9+/]{86}=="),
            new SecretFormat(
                    "azure-client-secret",
                    List.of("Q~"),
                    Pattern.compile(
                            "(?<![\\w~.-])(?<at>(?<secret>[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}))(?![\\w~.-])"),
                    SecretFormats::isMixed),
            new SecretFormat(
                    "azure-devops",
                    List.of("AZDO"),
                    Pattern.compile("\\b(?<at>(?<secret>[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}))\\b"),
                    SecretFormats::isMixed),
            token("digitalocean", List.of("dop_v1_", "doo_v1_", "dor_v1_"), "do[opr]_v1_", "[a-f0-9]{64}\\b"),
            token("databricks", "dapi", "[a-f0-9]{32}(?:-\\d)?\\b"),
            token("planetscale", List.of("pscale_"), "pscale_(?:tkn|pw|oauth)_", "[A-Za-z0-9_.-]{32,64}+"),
            token("supabase", List.of("sbp_", "sb_secret_"), "(?:sbp_|sb_secret_)", "[A-Za-z0-9_-]{30,64}+"),
            token("heroku", "HRKU-", "[A-Za-z0-9_-]{36,80}+"),
            token("netlify", "nfp_", "[A-Za-z0-9]{36}\\b"),
            token("fly", List.of("FlyV1 fm"), "FlyV1 fm\\d_", "[A-Za-z0-9+/=,_-]{100,2000}+"),
            token("terraform-cloud", List.of(".atlasv1."), "[A-Za-z0-9]{14}\\.atlasv1\\.", "[A-Za-z0-9_=-]{60,70}+"),
            token("pulumi", "pul-", "[a-f0-9]{40}\\b"));

    private static final List<SecretFormat> MODELS = List.of(
            token(
                    "openai",
                    List.of("sk-proj-", "sk-svcacct-", "sk-admin-"),
                    "sk-(?:proj|svcacct|admin)-",
                    "[A-Za-z0-9_-]{32,255}+"),
            token("openai-legacy", "sk-", "[A-Za-z0-9]{48}\\b"),
            token("anthropic", List.of("sk-ant-"), "sk-ant-[a-z0-9]{2,10}-", "[A-Za-z0-9_-]{32,255}+"),
            token("openrouter", "sk-or-v1-", "[A-Za-z0-9_-]{32,255}+"),
            token("hugging-face", "hf_", "[A-Za-z0-9]{34}\\b"),
            token("replicate", "r8_", "[A-Za-z0-9]{37}\\b"),
            token("groq", "gsk_", "[A-Za-z0-9]{52}\\b"),
            token("xai", "xai-", "[A-Za-z0-9]{80}\\b"),
            token("perplexity", "pplx-", "[A-Za-z0-9]{48}\\b"));

    private static final List<SecretFormat> REGISTRIES = List.of(
            token("npm", "npm_", "[A-Za-z0-9]{36}\\b"),
            token("pypi", "pypi-AgEIcHlwaS5vcmc", "[A-Za-z0-9_-]{50,255}+"),
            token("rubygems", "rubygems_", "[a-f0-9]{48}\\b"),
            token("docker-hub", List.of("dckr_pat_", "dckr_oat_"), "dckr_[po]at_", "[A-Za-z0-9_-]{27,32}+"),
            token("nuget", "oy2", "[a-z0-9]{43}\\b"),
            token("clojars", "CLOJARS_", "[a-z0-9]{60}\\b"));

    private static final List<SecretFormat> MESSAGES = List.of(
            token("slack", List.of("xox"), "xox[a-eoprs]-", "(?=[^\\d\\s]{0,40}\\d)[0-9A-Za-z-]{24,255}+"),
            token("slack-app", "xapp-", "\\d-[A-Z0-9]{8,32}-\\d{1,20}-[a-f0-9]{40,128}+"),
            token(
                    "slack-webhook",
                    List.of("hooks.slack.com/"),
                    "hooks\\.slack\\.com/(?:services|workflows|triggers)/",
                    "T[A-Za-z0-9/]{20,255}+"),
            token(
                    "discord-webhook",
                    List.of("/api/webhooks/"),
                    "discord(?:app)?\\.com/api/webhooks/\\d{17,20}/",
                    "[A-Za-z0-9_-]{60,80}+"),
            new SecretFormat(
                    "discord-bot",
                    List.of("iscord", "ISCORD"),
                    Pattern.compile(
                            "(?i:discord)[^\\n]{0,60}?\\b(?<at>(?<secret>[MNO][A-Za-z0-9_-]{23,25}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38}))"),
                    SecretFormats::isAnything),
            new SecretFormat(
                    "telegram",
                    List.of(":AA"),
                    Pattern.compile("\\b(?<at>[0-9]{8,10}:(?<secret>AA[A-Za-z0-9_-]{33}))(?![\\w-])"),
                    SecretFormats::isAnything),
            token("twilio", "SK", "[a-f0-9]{32}\\b"),
            new SecretFormat(
                    "sendgrid",
                    List.of("SG."),
                    Pattern.compile("\\b(?<at>SG\\.(?<secret>[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}))(?![\\w-])"),
                    SecretFormats::isAnything),
            new SecretFormat(
                    "mailchimp",
                    List.of("-us"),
                    Pattern.compile("\\b(?<at>(?<secret>[a-f0-9]{32}-us\\d{1,2}))\\b"),
                    SecretFormats::isAnything),
            token("mailgun", "key-", "(?=[a-f]*[0-9])(?=[0-9]*[a-f])[a-f0-9]{32}\\b"),
            token("brevo", "xkeysib-", "[a-f0-9]{64}-[A-Za-z0-9]{16}\\b"));

    private static final List<SecretFormat> SERVICES = List.of(
            token("stripe", List.of("sk_live_", "rk_live_"), "[rs]k_live_", "[A-Za-z0-9]{20,255}+"),
            token("stripe-webhook", "whsec_", "[A-Za-z0-9+/=]{32,80}+"),
            token("square", List.of("sq0atp-", "sq0csp-"), "sq0(?:atp|csp)-", "[A-Za-z0-9_-]{22,43}+"),
            token(
                    "shopify",
                    List.of("shpat_", "shpca_", "shppa_", "shpss_"),
                    "shp(?:at|ca|pa|ss)_",
                    "[a-fA-F0-9]{32}\\b"),
            token("grafana-service", "glsa_", "[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}\\b"),
            token("grafana-cloud", "glc_", "[A-Za-z0-9+/=]{32,400}+"),
            token("sentry", List.of("sntrys_", "sntryu_"), "sntry[su]_", "[A-Za-z0-9_=+/-]{60,500}+"),
            token("new-relic", List.of("NRAK-", "NRII-"), "NR(?:AK|II)-", "[A-Za-z0-9_-]{27,32}+"),
            token("dynatrace", List.of("dt0"), "dt0[a-z]\\d{2}\\.", "[A-Z0-9]{24}\\.[A-Z0-9]{64}\\b"),
            token("linear", "lin_api_", "[A-Za-z0-9]{40}\\b"),
            token("postman", "PMAK-", "[a-f0-9]{24}-[a-f0-9]{34}\\b"),
            token("notion", "ntn_", "[A-Za-z0-9]{40,50}+"),
            token("figma", "figd_", "[A-Za-z0-9_-]{40,50}+"),
            new SecretFormat(
                    "airtable",
                    List.of("pat"),
                    Pattern.compile("\\b(?<at>pat(?<secret>[A-Za-z0-9]{14}\\.[a-f0-9]{64}))\\b"),
                    SecretFormats::isAnything),
            token("vault", List.of("hvs.", "hvb.", "hvr."), "hv[sbr]\\.", "[A-Za-z0-9_-]{24,300}+"),
            token(
                    "doppler",
                    List.of("dp."),
                    "dp\\.(?:pt|st|ct|sa|scim|audit)\\.(?:[a-z0-9_-]{2,35}\\.)?",
                    "[A-Za-z0-9]{40,44}\\b"),
            token("one-password", "ops_eyJ", "[A-Za-z0-9_-]{200,1200}+"),
            token("age", "AGE-SECRET-KEY-1", "[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}\\b"));

    private static final List<SecretFormat> GENERAL = List.of(
            new SecretFormat(
                    "private-key",
                    List.of("PRIVATE KEY"),
                    Pattern.compile(
                            "(?<at>-----BEGIN (?:[A-Z]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----)[\\s\\\\nr\"'+]{1,20}+"
                                    + "(?<secret>[A-Za-z0-9+/=\\s\\\\\"']{32,10000}+)"),
                    SecretFormats::isMixed),
            new SecretFormat(
                    "password-in-address",
                    List.of("://"),
                    Pattern.compile(
                            "\\b(?<at>(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\\+srv)?|rediss?|amqps?|ftps?|sftp|smtps?|https?)"
                                    + "://[^\\s:/@\"'<>{}$]{1,60}:(?<secret>[^\\s/@\"'<>{}$]{6,100})@)(?!localhost|127\\.0\\.0\\.1|example\\.)"),
                    SecretFormats::isPassword),
            new SecretFormat(
                    "json-web-token",
                    List.of("eyJ"),
                    Pattern.compile(
                            "\\b(?<at>eyJ(?<secret>[A-Za-z0-9_-]{15,1000}+\\.eyJ[A-Za-z0-9_-]{15,4000}+\\.[A-Za-z0-9_-]{20,1000}+))"),
                    // The one that explains the format everywhere says it is about number 1234567890.
                    secret -> !secret.contains("eyJzdWIiOiIxMjM0NTY3ODkw")),
            new SecretFormat(
                    "random",
                    List.of(),
                    // From the quote on, which is rarer than the names before it.
                    Pattern.compile("(?<mark>[\"'`])(?=" + VALUE + "\\k<mark>)(?<=(?i:secret|token|passw(?:or)?d|"
                            + "(?:api|access|auth|encryption|signing|secret)_?-?key|credential)s?[\"'\\]]{0,2}\\s{0,5}"
                            + "(?::\\s?\\w{1,30}\\s{0,5})?(?:=>|:=|[:=])\\s{0,5}[\"'`])(?<at>(?<secret>" + VALUE
                            + "))"),
                    SecretFormats::looksRandom));

    private static final List<SecretFormat> ALL = Stream.of(
                    CODE_HOSTS, CLOUDS, MODELS, REGISTRIES, MESSAGES, SERVICES, GENERAL)
            .flatMap(List::stream)
            .toList();

    /** Random, but no secret: names of versions and of content. */
    private static final Pattern IDENTITY = Pattern.compile(
            "(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:sha(?:1|256|384|512)|md5)[-:=].*|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128}");

    private static final Pattern WORDS =
            Pattern.compile("[A-Za-z]+(?:[-_./ ][A-Za-z]+)*\\d{0,3}|(?:[a-z0-9]{1,15}[-_./]){3,}[a-z0-9]{1,15}");
    private static final double RANDOM_BITS = 3.6;

    private SecretFormats() {}

    /** All of them. */
    public static List<SecretFormat> all() {
        return ALL;
    }

    /** The one with an id. */
    public static Optional<SecretFormat> byId(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    private static SecretFormat token(String id, String prefix, String secret) {
        return token(id, List.of(prefix), Pattern.quote(prefix), secret);
    }

    private static SecretFormat token(String id, List<String> markers, String prefix, String secret) {
        return new SecretFormat(
                id,
                markers,
                Pattern.compile("(?<![A-Za-z0-9_])(?<at>" + prefix + "(?<secret>" + secret + "))"),
                SecretFormats::isAnything);
    }

    private static boolean isAnything(String secret) {
        return !secret.isEmpty();
    }

    /** Digits, capital and small letters, as in anything made by a generator over such an alphabet. */
    private static boolean isMixed(String secret) {
        return secret.chars().anyMatch(Character::isDigit)
                && secret.chars().anyMatch(Character::isUpperCase)
                && secret.chars().anyMatch(Character::isLowerCase);
    }

    private static boolean isPassword(String secret) {
        return secret.chars().anyMatch(Character::isDigit)
                && !secret.matches(
                        "(?i)(?:password|passwd|pass|pwd|secret|test|user|guest|admin|root|postgres|\\*+|x+)\\d{0,4}");
    }

    private static boolean looksRandom(String value) {
        return value.chars().anyMatch(Character::isDigit)
                && value.chars().anyMatch(Character::isLetter)
                && !IDENTITY.matcher(value).matches()
                && !WORDS.matcher(value).matches()
                && Entropy.bitsPerCharacter(value) >= RANDOM_BITS;
    }
}
