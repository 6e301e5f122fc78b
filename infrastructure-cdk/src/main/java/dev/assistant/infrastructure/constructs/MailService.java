package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.ses.DkimRecord;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.Identity;
import software.constructs.Construct;

/**
 * The domain that mails come from, in Amazon SES. Mails are taken once the DKIM records, which are outputs, are in the domain's
 * DNS, and to everybody once the account is out of SES's sandbox.
 */
public final class MailService extends Construct implements Resource {
    private final EmailIdentity identity;
    private final String sender;

    public MailService(Construct scope, Settings.Accounts settings) {
        super(scope, "Mail");
        this.sender = settings.mailSender();
        this.identity = EmailIdentity.Builder.create(this, "Identity")
                .identity(Identity.domain(settings.mailDomain()))
                .build();
        int number = 1;
        for (DkimRecord record : identity.getDkimRecords()) {
            CfnOutput.Builder.create(this, "Dkim" + number++)
                    .description("A CNAME record for the mail domain's DNS: name and value")
                    .value(record.getName() + " " + record.getValue())
                    .build();
        }
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("MAIL_SENDER", "Development Assistant <%s>".formatted(sender));
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        return List.of(Permissions.allow(List.of("ses:SendEmail"), List.of(identity.getEmailIdentityArn())));
    }
}
