-- CreateTable
CREATE TABLE "TrustedCertificate" (
    "fingerprint" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "certificate" BYTEA NOT NULL,
    "trial" BOOLEAN NOT NULL,
    "added" BOOLEAN NOT NULL DEFAULT false,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "TrustedCertificate_pkey" PRIMARY KEY ("fingerprint","use","subject")
);
