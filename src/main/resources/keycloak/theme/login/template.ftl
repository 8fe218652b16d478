<#import "field.ftl" as field>
<#import "footer.ftl" as loginFooter>
<#--
  The frame of every sign-in page, after keycloak.v2. A page opened for one client (scope organization:<alias>) carries
  that client's name, logo and accent. What the organization says is trusted only in the forms tested here.
-->
<#assign client = (org.attributes)!{}>
<#function attribute name>
  <#return ((client[name])![])[0]!''>
</#function>
<#assign brandName = attribute("displayName")?has_content?then(attribute("displayName"), (org.name)!'Roundhouse')>
<#assign accent = attribute("accent")?matches("#[0-9A-Fa-f]{6}")?then(attribute("accent"), '')>
<#assign accentText = attribute("accentText")?matches("#[0-9A-Fa-f]{6}")?then(attribute("accentText"), '#ffffff')>
<#assign logo = attribute("logo")?matches("https?://[A-Za-z0-9.:\\[\\]/_~%?=&-]+")?then(attribute("logo"), '')>

<#macro username>
  <#assign label>
    <#if !realm.loginWithEmailAllowed>${msg("username")}<#elseif !realm.registrationEmailAsUsername>${msg("usernameOrEmail")}<#else>${msg("email")}</#if>
  </#assign>
  <div class="rh-who">
    <span class="rh-who-name"><span class="rh-hidden">${label}: </span>${auth.attemptedUsername}</span>
    <input class="rh-hidden" type="text" autocomplete="username" value="${auth.attemptedUsername}" readonly tabindex="-1" aria-hidden="true">
    <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a>
  </div>
</#macro>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html class="${properties.kcHtmlClass!}" lang="${lang}"<#if realm.internationalizationEnabled> dir="${(locale.rtl)?then('rtl','ltr')}"</#if>>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <title>${msg("doLogIn")} · ${brandName}</title>
  <link rel="icon" href="${url.resourcesPath}/img/roundhouse.svg">
  <link rel="stylesheet" href="${url.resourcesPath}/css/roundhouse.css">
  <#if accent?has_content>
    <style>:root { --accent: ${accent}; --accent-text: ${accentText}; }</style>
  </#if>
  <script type="importmap">{ "imports": { "rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js" } }</script>
  <#if scripts??>
    <#list scripts as script>
      <script src="${script}"></script>
    </#list>
  </#if>
  <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  <script type="module">
    <#outputformat "JavaScript">
    import { startSessionPolling } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
    </#outputformat>
  </script>
  <#if authenticationSession??>
    <script type="module">
      <#outputformat "JavaScript">
      import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
      checkAuthSession(${authenticationSession.authSessionIdHash?c});
      </#outputformat>
    </script>
  </#if>
</head>
<body data-page-id="login-${pageId}" class="${bodyClass}">
  <div class="rh-page">
    <header class="rh-brand">
      <#if logo?has_content>
        <img src="${logo}" alt="" class="rh-logo">
      <#elseif !org??>
        <img src="${url.resourcesPath}/img/roundhouse.svg" alt="" class="rh-logo">
      </#if>
      <span class="rh-name">${brandName}</span>
    </header>
    <main class="rh-card">
      <h1 id="kc-page-title"><#nested "header"></h1>
      <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
        <#nested "show-username">
        <@username />
      </#if>
      <#if displayRequiredFields>
        <p class="rh-hint"><span aria-hidden="true">*</span> ${msg("requiredFields")}</p>
      </#if>
      <#-- Someone who began an action on purpose needs no warning that it must be done. -->
      <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
        <div class="rh-message rh-${message.type}" role="${(message.type = 'error')?then('alert', 'status')}">${message.summary}</div>
      </#if>

      <#nested "form">

      <#if auth?has_content && auth.showTryAnotherWayLink()>
        <form action="${url.loginAction}" method="post">
          <button class="rh-plain" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
        </form>
      </#if>
      <#if switchOrganizationEnabled?? && switchOrganizationEnabled>
        <form action="${url.loginAction}" method="post">
          <button class="rh-plain" name="switchOrganization" value="true">${msg("doSwitchOrganization")}</button>
        </form>
      </#if>
      <#nested "socialProviders">
      <#if displayInfo>
        <div class="rh-hint"><#nested "info"></div>
      </#if>
      <@loginFooter.content/>
    </main>
    <#if realm.internationalizationEnabled && locale.supported?size gt 1>
      <details class="rh-languages">
        <summary><span class="rh-hidden">${msg("languages")}: </span>${locale.current}</summary>
        <nav aria-label="${msg("languages")}">
          <#list locale.supported?sort_by("label") as language>
            <a href="${language.url}" lang="${language.languageTag}" hreflang="${language.languageTag}"<#if language.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${language.label}</a>
          </#list>
        </nav>
      </details>
    </#if>
  </div>
</body>
</html>
</#macro>
