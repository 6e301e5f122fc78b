#!/usr/bin/env bash
# Makes in LocalStack the tables, queues and bucket that the cloud's stacks make. Run by LocalStack when it is ready.
set -euo pipefail

table() { # name and the other arguments of create-table
  awslocal dynamodb create-table --billing-mode PAY_PER_REQUEST --table-name "$@" >/dev/null
  awslocal dynamodb update-time-to-live --table-name "$1" \
    --time-to-live-specification Enabled=true,AttributeName=expires_at >/dev/null
}
table connections \
  --attribute-definitions AttributeName=job_id,AttributeType=S AttributeName=connection_id,AttributeType=S \
  --key-schema AttributeName=job_id,KeyType=HASH AttributeName=connection_id,KeyType=RANGE \
  --global-secondary-indexes \
  'IndexName=by_connection,KeySchema=[{AttributeName=connection_id,KeyType=HASH}],Projection={ProjectionType=ALL}'
table events \
  --attribute-definitions AttributeName=job_id,AttributeType=S AttributeName=seq,AttributeType=N \
  --key-schema AttributeName=job_id,KeyType=HASH AttributeName=seq,KeyType=RANGE
table limits --attribute-definitions AttributeName=key,AttributeType=S --key-schema AttributeName=key,KeyType=HASH
table sign-ins \
  --attribute-definitions AttributeName=state_hash,AttributeType=S --key-schema AttributeName=state_hash,KeyType=HASH

queue() { # name dead-letters
  awslocal sqs create-queue --queue-name "$2" >/dev/null
  awslocal sqs create-queue --queue-name "$1" --attributes \
    "{\"VisibilityTimeout\":\"30\",\"RedrivePolicy\":\"{\\\"deadLetterTargetArn\\\":\\\"arn:aws:sqs:$DEFAULT_REGION:000000000000:$2\\\",\\\"maxReceiveCount\\\":\\\"3\\\"}\"}" >/dev/null
}
queue reviews dead-letters
queue replay replay-dead-letters
queue mails mails-dead-letters

awslocal s3api create-bucket --bucket sources \
  --create-bucket-configuration "LocationConstraint=$DEFAULT_REGION" >/dev/null
