-- CreateTable
CREATE TABLE "FormFile" (
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "formVersionId" UUID NOT NULL,

    CONSTRAINT "FormFile_pkey" PRIMARY KEY ("path")
);

-- AddForeignKey
ALTER TABLE "FormFile" ADD CONSTRAINT "FormFile_formVersionId_fkey" FOREIGN KEY ("formVersionId") REFERENCES "FormVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
