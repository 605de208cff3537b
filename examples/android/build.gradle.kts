// The application; docs/android.md of imodel4j tells about each part. Versions other than that of imodel4j are yours to choose.
plugins { id("com.android.application") version "8.7.3" }

val imodel4j = "0.1.0-SNAPSHOT"
val sqliteNatives: Configuration by configurations.creating

android {
    namespace = "org.imodel4j.examples.android"
    compileSdk = 35
    defaultConfig {
        applicationId = "org.imodel4j.examples.android"
        minSdk = 33
        targetSdk = 35
        versionCode = 1
        versionName = "1.0"
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_21
        targetCompatibility = JavaVersion.VERSION_21
    }
    sourceSets["main"].jniLibs.srcDir(layout.buildDirectory.dir("sqlite"))
    packaging {
        // The libraries of the driver for other systems.
        resources.excludes += "org/sqlite/native/**"
        resources.excludes += "META-INF/{LICENSE,NOTICE}"
    }
}

dependencies {
    implementation("org.imodel4j:imodel4j-host:$imodel4j")
    implementation("org.imodel4j:imodel4j-socket:$imodel4j")
    sqliteNatives("org.xerial:sqlite-jdbc:3.53.4.0:natives-android@jar")
}

/** Puts the libraries for Android where the system looks for them, under its names for processors. */
val unpackSqlite by tasks.registering(Copy::class) {
    val names = mapOf("aarch64" to "arm64-v8a", "arm" to "armeabi-v7a", "x86" to "x86", "x86_64" to "x86_64")
    from(sqliteNatives.map { zipTree(it) })
    include("org/sqlite/native/Linux-Android/*/*.so")
    eachFile { path = names.getValue(file.parentFile.name) + "/" + name }
    includeEmptyDirs = false
    into(layout.buildDirectory.dir("sqlite"))
}
tasks.named("preBuild") { dependsOn(unpackSqlite) }
