<#macro content>
  <#if client?? && client.baseUrl?has_content>
    <p class="way-back"><a href="${client.baseUrl}">${msg("backToPaper", realm.displayName!'')}</a></p>
  </#if>
</#macro>
